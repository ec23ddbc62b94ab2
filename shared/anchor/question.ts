import type { AnchorText } from './anchor-text.ts'
import type { Clue } from './clue.ts'
import { isInvisible, LETTER, unitClasses } from './unit-class.ts'
import { type Words, wordsForNow, wordsIn } from './words.ts'

/** A clue cut into the words of a text. Good until the next one is made: all use the same arrays. */
export interface Question {
  readonly clue: Clue
  /** Of prefix, quote and suffix in one row, as numbered in the text that is asked. */
  readonly words: Words
  /** Those of them that the quote touches, half-open; empty for a quote of punctuation. */
  readonly quote: { readonly from: number; readonly to: number }
  /** The quote in the text of {@link words}, in units. */
  readonly start: number
  readonly end: number
}

// A side with fewer words than this needs even a word at the edge that may be cut.
const ENOUGH_WORDS = 3

export function questionOf(text: AnchorText, clue: Clue): Question {
  const { prefix, exact, suffix } = clue
  const all = wordsForNow(prefix + exact + suffix, text.dictionary)
  const start = prefix.length
  const end = start + exact.length
  const { from, to } = wordsIn(all, start, end)
  // Contexts are cut anywhere, so a word that reaches to the edge is likely to be a piece of one.
  const first = from >= ENOUGH_WORDS && reachesStart(all) ? 1 : 0
  const cut = all.count - to >= ENOUGH_WORDS && reachesEnd(all) ? 1 : 0
  const words = first + cut === 0 ? all : cutTo(all, first, all.count - cut)
  return { clue, words, quote: { from: from - first, to: to - first }, start, end }
}

function reachesStart({ text, starts }: Words): boolean {
  return starts[0] === 0 && unitClasses()[text.charCodeAt(0)] === LETTER
}

function reachesEnd({ text, ends, count }: Words): boolean {
  let end = text.length
  while (end > 0 && isInvisible(text.charCodeAt(end - 1))) end--
  return (ends[count - 1] as number) >= end && unitClasses()[text.charCodeAt(end - 1)] === LETTER
}

/** The words from `from` to before `to`, in the same arrays. */
function cutTo({ text, ids, starts, ends }: Words, from: number, to: number): Words {
  for (let i = from; from > 0 && i < to; i++) {
    ids[i - from] = ids[i] as number
    starts[i - from] = starts[i] as number
    ends[i - from] = ends[i] as number
  }
  return { text, count: to - from, ids, starts, ends }
}
