import type { Span } from '../units.ts'
import type { AnchorText } from './anchor-text.ts'
import type { Clue } from './clue.ts'
import { findQuote } from './find-quote.ts'
import { foldText } from './folded-text.ts'
import { type Context, contextOf } from './letter-context.ts'
import { nearest } from './nearest.ts'

// Of more places than this, only those with the whole context are looked at: comparing letters takes its time.
const MOST_PLACES = 200

/** Places of the quote's letters, up to {@link MOST_PLACES} and one: as they are; if there is none, folded. */
export function placesOf(text: AnchorText, exact: string): readonly Span[] {
  const places = findQuote(text.text, { exact }, MOST_PLACES + 1)
  return places.length > 0 ? places : foldedPlaces(text, exact)
}

function foldedPlaces(text: AnchorText, exact: string): readonly Span[] {
  const { folded } = text
  const whole = foldText(exact)
  const places: Span[] = []
  for (const wanted of [whole, whole.trim()]) {
    if (wanted === '' || places.length > 0) break
    let at = folded.folded.indexOf(wanted)
    for (; at !== -1 && places.length <= MOST_PLACES; at = folded.folded.indexOf(wanted, at + 1)) {
      const end = at + wanted.length
      if (folded.isBorder(at) && folded.isBorder(end)) places.push(folded.unfold(at, end))
    }
  }
  return places
}

// A side of the context agrees from this share of its letters on; alone against the other side, from this.
const AGREES = 0.5
const AGREES_ALONE = 0.9
// Of several places the best must lead the next by this share of the letters, or by this, if it has half the slips.
const LEAD = 0.15
const LEAD_HALF = 0.08
// Contexts closer than this are as good as equal.
const EQUAL = 0.02
// Words this long are hardly ever written twice by chance, so alone in the text they need no context.
const LONG_QUOTE = 32

/** Which of these places, all with the words asked for, is the one; null if that can't be told. */
export function oneOf(text: AnchorText, clue: Clue, places: readonly Span[]): Span | null {
  if (places.length > MOST_PLACES) {
    const whole = findQuote(text.text, clue, MOST_PLACES)
    return whole.length === 0 ? null : nearest(text, whole, clue.position)
  }
  const judged = places
    .map((place) => ({ place, context: contextOf(text, clue, place) }))
    .sort((a, b) => (b.context.share ?? 0) - (a.context.share ?? 0))
  const [best, second] = judged
  if (best === undefined) return null
  const share = best.context.share
  if (second === undefined) {
    return share === null || agrees(best.context) || clue.exact.length >= LONG_QUOTE ? best.place : null
  }
  const whole = judged.filter(({ context }) => context.whole)
  if (whole.length === 1) return whole[0]?.place ?? null
  if (share === null) return nearest(text, places, clue.position)
  if (!agreesAllRound(best.context) && !agreesAlone(best.context)) return null
  const other = second.context.share ?? 0
  const lead = share - other
  if (lead >= LEAD || (lead >= LEAD_HALF && 2 * (1 - share) <= 1 - other)) return best.place
  if (lead > EQUAL || !agreesAllRound(best.context)) return null
  const equal = judged.filter(({ context }) => share - (context.share ?? 0) <= EQUAL)
  return nearest(
    text,
    equal.map(({ place }) => place),
    clue.position,
  )
}

function agreesAlone({ before, after }: Context): boolean {
  return Math.max(before ?? 0, after ?? 0) >= AGREES_ALONE
}

// Fewer letters than this, compared where the text ends, are no evidence against the other side.
const ENOUGH_LETTERS = 6

/** Does one side of the context agree, or both taken together? */
export function agrees({ before, after, share, lettersBefore, lettersAfter }: Context): boolean {
  return (
    (share ?? 0) > AGREES ||
    (lettersBefore >= ENOUGH_LETTERS && (before ?? 0) >= AGREES) ||
    (lettersAfter >= ENOUGH_LETTERS && (after ?? 0) >= AGREES)
  )
}

/** Does each side agree that can be compared, and at least one can? */
export function agreesAllRound({ before, after, share }: Context): boolean {
  return share !== null && (before ?? 1) >= AGREES && (after ?? 1) >= AGREES
}
