import { type Span, span } from '../units.ts'
import type { AnchorText } from './anchor-text.ts'
import { approximate, type Near } from './approximate.ts'
import type { Clue } from './clue.ts'
import { FoldedText, foldText } from './folded-text.ts'
import { keyWordsDiffer } from './key-words.ts'
import { type Context, contextOf } from './letter-context.ts'
import { agrees, agreesAllRound } from './letters.ts'
import { nearest } from './nearest.ts'
import { isNeighbour } from './neighbour.ts'

// The best must lead the next by this much of its letters and its context together.
const MARGIN = 0.15
const EQUAL = 0.001
// Less like it than this, unless it is one word that differs, a quote needs its context: there are many sentences
// of one pattern.
const LIKE = 0.8
// A short word may be another word altogether: with fewer letters than this, it must begin like the quote.
const SHORT = 8
// With fewer than this, a letter may have been lost or doubled, but not be another one.
const VERY_SHORT = 5

interface Judged extends Near {
  readonly context: Context
  readonly score: number
}

/**
 * The one place where the words stand with few letters changed; null if there is none, or several as good, or if
 * figures, names or a "not" differ and the context does not vouch for the place on both sides.
 *
 * @param windows parts of the text to look at, half-open; null: all of it
 */
export function almost(text: AnchorText, clue: Clue, windows: readonly Span[] | null): Span | null {
  const near =
    windows === null
      ? approximate(text.folded, 0, clue.exact)
      : windows.flatMap(({ start, end }) =>
          approximate(new FoldedText(text.text.slice(start, end)), start, clue.exact),
        )
  const judged = near
    .map((one): Judged => {
      const context = contextOf(text, clue, one.span)
      return { ...one, context, score: one.similarity + (context.share ?? 0) }
    })
    .sort((a, b) => b.score - a.score)
  const [best, second] = judged
  if (best === undefined) return null
  if (second !== undefined && best.score - second.score < MARGIN) {
    const equal = judged.filter(({ score }) => best.score - score <= EQUAL)
    const others = judged.filter(({ score }) => best.score - score > EQUAL && best.score - score < MARGIN)
    if (others.length > 0) return null
    const place = nearest(
      text,
      equal.map((one) => one.span),
      clue.position,
    )
    const chosen = equal.find((one) => one.span === place)
    return chosen !== undefined && isGood(text, clue, chosen)
      ? upToContext(text.text, clue, chosen.span)
      : null
  }
  return isGood(text, clue, best) ? upToContext(text.text, clue, best.span) : null
}

function isGood(text: AnchorText, clue: Clue, { span: place, similarity, context }: Judged): boolean {
  const words = text.text.slice(place.start, place.end)
  if (clue.exact.length < SHORT && clue.exact.charAt(0).toLowerCase() !== words.charAt(0).toLowerCase()) {
    return false
  }
  if (clue.exact.length < VERY_SHORT && clue.exact.length === words.length) return false
  if (isNeighbour(words, clue)) return false
  if (keyWordsDiffer(clue.exact, words)) return agreesAllRound(context)
  if (context.share !== null) return agrees(context)
  if (clue.prefix + clue.suffix !== '') return false
  return similarity >= LIKE || !clue.exact.includes(' ') || oneWordDiffers(clue.exact, words)
}

// So many words at least tell a sentence with one other word from any other.
const FEWEST_WORDS = 3

function oneWordDiffers(a: string, b: string): boolean {
  const [first, second] = [foldText(a).trim().split(' '), foldText(b).trim().split(' ')]
  if (first.length < FEWEST_WORDS || first.length !== second.length) return false
  return first.filter((word, n) => word !== second[n]).length === 1
}

// A border is moved by no more than this to where the context begins, if so many letters of it stand there.
const MOVED = 12
const CONTEXT_LETTERS = 6

/** The place with what stands between it and the context that was right next to it. */
function upToContext(text: string, { prefix, suffix }: Clue, { start, end }: Span): Span {
  const after = suffix.slice(0, CONTEXT_LETTERS)
  const before = prefix.slice(-CONTEXT_LETTERS)
  const right =
    after.length < CONTEXT_LETTERS ? -1 : text.slice(end, end + MOVED + after.length).indexOf(after)
  const from = Math.max(0, start - MOVED - before.length)
  const left = before.length < CONTEXT_LETTERS ? -1 : text.slice(from, start).lastIndexOf(before)
  return span(left === -1 ? start : from + left + before.length, right === -1 ? end : end + right)
}
