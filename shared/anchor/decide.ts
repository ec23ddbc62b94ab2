import type { AnchorText } from './anchor-text.ts'
import type { Clue } from './clue.ts'
import { distance, isFar } from './far.ts'
import { keyWordsDiffer } from './key-words.ts'
import { type NearMatch, rareRuns, standsTwice } from './near-matches.ts'
import { isNeighbour } from './neighbour.ts'
import type { Question } from './question.ts'
import { sameRun, shingleHash } from './shingles.ts'

// A near match must hold this share of all words asked for, a word of context counting less than one of the quote.
const FLOOR = 0.5
const CONTEXT_WEIGHT = 0.7
// With words of the context right next to it on both sides, this share.
const FLOOR_ENCLOSED = 0.25
// Far from where it was, this share, or so many runs of words that stand nowhere else.
const FLOOR_FAR = 0.75
const RARE_FAR = 2
// Near where it was, so many of them make up for a context that was rewritten right next to the quote.
const RARE_NEAR = 4
// So many of them, with most of the quote, make up for a figure or a name that changed.
const RARE_STRONG = 6
// The best must lead by this much, about a word of the quote; by less if it is the nearer one too.
const MARGIN = 4
const MARGIN_NEARER = 2
// A place nearer to where the quote was makes a far one doubtful from this share of its score on.
const RIVAL = 0.6
// So many words right next to the quote make a side of the context that agrees, and so many make it certain.
const AGREES = 2
const CERTAIN = 3
// A quote of so few words is no evidence by itself.
const FEW_WORDS = 2
// One of so many, all there in one row, needs no context.
const MANY_WORDS = 6

/**
 * The near match to believe; null if none reaches the floor, if another one comes close, or if the text shows that
 * the quote was taken out: what stood before it and what stood after it now stand side by side.
 */
export function decide(
  text: AnchorText,
  question: Question,
  matches: readonly NearMatch[],
): NearMatch | null {
  const [best, second] = matches
  if (best === undefined) return null
  const chosen =
    second === undefined || best.score - second.score >= MARGIN ? best : nearOne(text, question, matches)
  return chosen !== null && isGood(text, question, chosen, matches) ? chosen : null
}

/** Of matches that are about as good, the only one near where the quote was, if it holds no less of the quote. */
function nearOne(text: AnchorText, question: Question, matches: readonly NearMatch[]): NearMatch | null {
  const best = matches[0] as NearMatch
  const { clue, quote, words } = question
  if (clue.position === null) return null
  const equal = matches.filter(({ score }) => score > best.score - MARGIN)
  const [one, ...more] = equal.filter((match) => !isFar(text, clue, match.projection.span))
  if (one === undefined || more.length > 0 || equal.some((other) => other.quote > one.quote)) return null
  const contradicted = (quote.from > 0 && one.before === 0) || (words.count > quote.to && one.after === 0)
  if (one.quote === quote.to - quote.from) return contradicted ? null : one
  const second = matches[1] as NearMatch
  return one === best && best.score - second.score >= MARGIN_NEARER ? one : null
}

function isGood(
  text: AnchorText,
  question: Question,
  match: NearMatch,
  matches: readonly NearMatch[],
): boolean {
  const { words, quote } = question
  const length = quote.to - quote.from
  const context = match.before + match.after
  const share = (match.quote + CONTEXT_WEIGHT * context) / (length + CONTEXT_WEIGHT * (words.count - length))
  const enclosed = match.touchingBefore >= AGREES && match.touchingAfter >= AGREES
  const far = isFar(text, question.clue, match.projection.span)
  if (standsTwice(text, question, match)) return false
  if (share < (enclosed ? FLOOR_ENCLOSED : FLOOR)) return false
  if (far && share < FLOOR_FAR && rareRuns(text, match) < RARE_FAR) return false
  const certain = match.touchingBefore >= CERTAIN || match.touchingAfter >= CERTAIN
  const least = certain && !far ? length / 3 : length / 2
  if (match.quote < length && !enclosed && (length <= FEW_WORDS || match.quote < least)) return false
  if (far && matches.some((other) => isRival(text, question.clue, other, match))) return false
  const whole = match.quote === length && match.projection.to - match.projection.from === length
  // Many words in one row were moved, not taken out, if they stand elsewhere.
  if (whole && length >= MANY_WORDS) return true
  if (isNeighbour(wordsAt(text, match), question.clue)) return false
  if (enclosed) {
    const inFrame = !far && match.touchingBefore >= CERTAIN && match.touchingAfter >= CERTAIN
    return match.quote >= length / (inFrame ? 5 : 3)
  }
  if (wasTakenOut(text, question, match)) return false
  if (!contextAgrees(question, match, far) && (far || rareRuns(text, match) < RARE_NEAR || context < AGREES))
    return false
  const strong = !far && match.quote >= 0.75 * length && rareRuns(text, match) >= RARE_STRONG
  return whole || certain || strong || !keyWordsDiffer(question.clue.exact, wordsAt(text, match))
}

/** Is there a nearer match that may be the quote in changed words? */
function isRival(text: AnchorText, clue: Clue, other: NearMatch, match: NearMatch): boolean {
  if (other === match) return false
  const away = distance(text, clue, match.projection.span)
  if (2 * distance(text, clue, other.projection.span) > away) return false
  return (
    other.score >= RIVAL * match.score || other.touchingBefore >= CERTAIN || other.touchingAfter >= CERTAIN
  )
}

/**
 * Some words of the context stand right next to the quote, or some on both sides near it. Words on one side that
 * stand a little away may belong to a look-alike: the sentence between them was taken out.
 */
function contextAgrees({ words, quote }: Question, match: NearMatch, far: boolean): boolean {
  const before = Math.min(AGREES, quote.from)
  const after = Math.min(AGREES, words.count - quote.to)
  if (before > 0 && match.touchingBefore >= before) return true
  if (after > 0 && match.touchingAfter >= after) return true
  if (far && quote.to - quote.from <= FEW_WORDS) return false
  return before > 0 && after > 0 && match.before >= before && match.after >= after
}

function wordsAt({ text }: AnchorText, { projection }: NearMatch): string {
  return text.slice(projection.span.start, projection.span.end)
}

/** Do the words before the quote and those after it stand in one row, and more of them than at the match? */
function wasTakenOut(text: AnchorText, { words, quote }: Question, match: NearMatch): boolean {
  const after = words.count - quote.to
  if (quote.from < AGREES || after < AGREES) return false
  const all = words.ids
  const ids = Int32Array.of(
    all[quote.from - 2] as number,
    all[quote.from - 1] as number,
    all[quote.to] as number,
    all[quote.to + 1] as number,
  )
  const index = text.shingles(3)
  const today = text.words.ids
  const most = match.before + match.after
  for (let at = index.first(index.find(shingleHash(ids, 0, 3))); at >= 0; at = index.next(at)) {
    if (!sameRun(ids, 0, today, at, ids.length)) continue
    let row = 4
    for (let i = 3; i <= quote.from && all[quote.from - i] === today[at + 2 - i]; i++) row++
    for (let i = 2; i < after && all[quote.to + i] === today[at + 2 + i]; i++) row++
    if (row >= most) return true
  }
  return false
}
