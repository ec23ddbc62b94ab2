import { type Span, span } from '../units.ts'
import { almost } from './almost.ts'
import { AnchorText } from './anchor-text.ts'
import { endBorder, startBorder, wholePairs } from './borders.ts'
import type { Clue } from './clue.ts'
import { decide } from './decide.ts'
import { splitsPair } from './find-quote.ts'
import { oneOf, placesOf } from './letters.ts'
import { type NearMatch, nearMatches } from './near-matches.ts'
import { nearest } from './nearest.ts'
import { OldText } from './old-text.ts'
import { Pieces } from './pieces.ts'
import { type Question, questionOf } from './question.ts'
import { sameWords } from './same-words.ts'
import { wholeMatches } from './whole-matches.ts'

export { AnchorText }

/**
 * A place that was found. `exact`: the same units; `folded`: they differ only in white space, typographic quotes
 * and dashes, or Unicode form; `changed`: other words, case and digits included.
 */
export interface Found {
  readonly span: Span
  readonly match: 'exact' | 'folded' | 'changed'
}

/**
 * Finds places again in a text that changed; null: an orphan. The order of the results is that of the clues. All clues
 * were described in one text.
 *
 * **With the old text**, a clue's place in it (its position if the quote agrees there, else where quote and context
 * stand once) is carried through a map of all words, moves included (`word-map.ts`). The words that are left decide
 * what is covered (`together.ts`, `project.ts`); a common word or two that nothing around bears out is an orphan.
 *
 * **Without it**, the quotes and contexts of all clues are pieced together, each at its stated position, and the same
 * map is made from that (`pieces.ts`). Where it knows what became of the words on both sides, the clue is placed
 * between them. Every other clue is found by itself, in this order:
 * 1. Quote and contexts stand together, at the stated position sign by sign, or anywhere word for word
 *    (`whole-matches.ts`). Several such places: the one that agrees in every sign, else the one clearly nearest to the
 *    stated position, else an orphan.
 * 2. The quote stands letter for letter, or folded, and what is around it agrees (`letters.ts`). In a text of more
 *    than 20,000 units this is asked only for quotes of few words.
 * 3. Runs of words of quote and contexts point at places (`candidates.ts`), each is aligned word by word
 *    (`near-matches.ts`), and the best is believed if it reaches a floor, leads by a margin, and nothing says that the
 *    quote was taken out or that this is its neighbour (`decide.ts`). A quote's word counts 4, a word of context 3, one
 *    too many or too few -1.
 * 4. The quote stands with few letters changed, up to one in four (`almost.ts`): in a short text, or, for a quote
 *    without context, around the places of step 3.
 *
 * Where figures, names or a "not" differ, the context must vouch for the place. Case, accents, typography, white space
 * and normal form count as equal for finding, and are told by {@link Found.match}.
 *
 * **Limits**: a sentence written anew is an orphan unless its frame stands. Of two equal words side by side of which
 * one is new, either may be taken. Of a text or a quote that is one pattern over and over, only exact places are found.
 * Contexts are compared in UTF-16 units. Names are told by capitals and negations are English, so in other languages
 * these words weigh no more than others.
 *
 * **Measured** with `npm run evaluate -- edits --words 100000 --marks 5000`, 5 % of the words edited. Without the old
 * text, on twelve seeds on which nothing was tuned (101–104, 201–204, 301–304): 98.55–98.60 % with the very borders,
 * 0.03–0.05 % in a wrong place, 96–97 % of the deleted marks orphans. With it (seeds 5, 6 and 102): 99.55–99.59 %, up to
 * 0.02 %, 98–100 %. On two busy cores 50–60 ms with it and about 130 ms without, where cutting the text into words takes
 * 12 ms.
 *
 * **Sources**: Heckel, "A technique for isolating differences between files" (1978); patience diff (Cohen); Needleman
 * and Wunsch (1970) for words, Sellers (1980) for letters; selectors as in the W3C Web Annotation Data Model (2017).
 *
 * @param old the whole text that the clues were described in; null: not known
 */
export function anchorAll(
  text: AnchorText,
  clues: readonly Clue[],
  old: string | null,
): readonly (Found | null)[] {
  const before = old === null ? null : new OldText(old, text)
  const pieces = old === null && clues.length > 1 ? new Pieces(clues, text) : null
  return clues.map((clue) => {
    if (clue.exact === '') return null
    const found = spanOf(text, clue, before, pieces)
    return found === null ? null : { span: found, match: matchOf(text.text, found, clue.exact) }
  })
}

function spanOf(text: AnchorText, clue: Clue, before: OldText | null, pieces: Pieces | null): Span | null {
  const place = before?.placeOf(clue) ?? null
  if (before !== null && place !== null) return before.carry(place)
  const alone = () => findByClue(text, clue)
  return pieces === null ? alone() : pieces.find(clue, alone)
}

function matchOf(text: string, { start, end }: Span, exact: string): Found['match'] {
  if (end - start === exact.length && text.startsWith(exact, start)) return 'exact'
  return sameWords(text.slice(start, end), exact) ? 'folded' : 'changed'
}

// Fewer words than this, quote and contexts, are looked for by their letters.
const ENOUGH_WORDS = 4
// In a text up to this many units, all of it is looked at letter by letter if need be.
const SHORT_TEXT = 20_000

function findByClue(text: AnchorText, clue: Clue): Span | null {
  const unmoved = atPosition(text, clue)
  if (unmoved !== null) return unmoved
  const question = questionOf(text, clue)
  const byWords = question.words.count >= ENOUGH_WORDS && question.quote.from < question.quote.to
  if (byWords) {
    const whole = wholeMatches(text, question)
    if (whole !== null && whole.length > 0) return wholeMatch(text, question, whole)
  }
  const short = text.text.length <= SHORT_TEXT
  const places = short || !byWords ? placesOf(text, clue.exact) : []
  const place = oneOf(text, clue, places)
  if (place !== null) return place
  const near = byWords ? nearMatches(text, question) : []
  const noContext = clue.prefix === '' && clue.suffix === ''
  const decided = noContext ? null : decide(text, question, near)
  if (decided !== null) return decided.projection.span
  if (places.length > 0) return null
  if (short) return almost(text, clue, null)
  return noContext ? almost(text, clue, windowsAround(text, clue, near)) : null
}

/** The stated position, if quote and contexts stand there sign by sign: no other place can be as near and agree more. */
function atPosition(text: AnchorText, { prefix, exact, suffix, position }: Clue): Span | null {
  if (position === null || prefix + suffix === '' || position.start > text.codePoints.length) return null
  const start = text.codePoints.toTextOffset(position.start)
  const from = start - prefix.length
  if (from < 0 || !text.text.startsWith(prefix + exact + suffix, from)) return null
  const end = start + exact.length
  return splitsPair(text.text, start) || splitsPair(text.text, end) ? null : span(start, end)
}

function windowsAround(text: AnchorText, clue: Clue, near: readonly NearMatch[]): readonly Span[] {
  const room = clue.exact.length
  return near.map(({ projection }) =>
    span(Math.max(0, projection.span.start - room), Math.min(text.text.length, projection.span.end + room)),
  )
}

/** Of the places where all words agree, the one where every sign agrees, else the one that is clearly nearest. */
function wholeMatch(text: AnchorText, question: Question, places: readonly number[]): Span | null {
  const spans = places.map((at) => spanAt(text, question, at))
  const [only] = spans
  if (only === undefined || spans.length === 1) return only ?? null
  const { prefix, exact, suffix, position } = question.clue
  const all = prefix + exact + suffix
  const same = spans.filter(
    ({ start }) => start >= prefix.length && text.text.startsWith(all, start - prefix.length),
  )
  if (same.length === 1) return same[0] ?? null
  return nearest(text, same.length > 0 ? same : spans, position)
}

/** The quote, where all words asked for stand in a row from word `at` on. */
function spanAt(text: AnchorText, { words, quote, start, end }: Question, at: number): Span {
  return wholePairs(
    text.text,
    startBorder(words, text.words, quote.from, at + quote.from, start),
    endBorder(words, text.words, quote.to - 1, at + quote.to - 1, end),
  )
}
