import type { Span } from '../units.ts'
import { endBorder, startBorder, wholePairs } from './borders.ts'
import { GONE, type WordMap } from './links.ts'
import { together } from './together.ts'
import type { Words } from './words.ts'

/** A range of words in the text before, and what became of it. */
export interface Projection {
  readonly span: Span
  /** Words of the range that are still there, in their order. */
  readonly kept: number
  /** Word numbers today, half-open, as covered. */
  readonly from: number
  readonly to: number
}

// A neighbour is looked for this many words away from a border word that is gone.
const REACH = 12

/**
 * Carries the range `start`–`end` of the text before, which touches its words `from` to before `to`, through the
 * map. What was put in at a border stays outside, what was put in between the words is covered; a border word
 * that was replaced is covered as far as its neighbours show how much stands in its place.
 *
 * @returns null if no word of it is left
 */
export function project(
  old: Words,
  today: Words,
  map: WordMap,
  range: { readonly from: number; readonly to: number },
  start: number,
  end: number,
): Projection | null {
  const run = together(old, map, range.from, range.to)
  if (run === null) return null
  const first = map[run.first] as number
  const last = map[run.last] as number
  const left = first - replacedBefore(old, today, map, range.from, run.first)
  const right = last + replacedAfter(old, today, map, range.to - 1, run.last)
  const from =
    left === map[range.from] ? startBorder(old, today, range.from, left, start) : today.starts[left]
  const to = right === map[range.to - 1] ? endBorder(old, today, range.to - 1, right, end) : today.ends[right]
  if (from === undefined || to === undefined || to <= from) return null
  return { span: wholePairs(today.text, from, to), kept: run.kept, from: left, to: right + 1 }
}

/** How many words of today before the first kept word stand in place of the words `from`–`first` that are gone. */
function replacedBefore(old: Words, today: Words, map: WordMap, from: number, first: number): number {
  if (first === from) return 0
  const there = map[first] as number
  let outside = from - 1
  while (outside >= 0 && outside >= from - REACH && map[outside] === GONE) outside--
  const before = map[outside] ?? GONE
  if (before !== GONE) {
    const replaced = share(there - before - 1, from - 1 - outside, first - from)
    if (replaced > 0 || there === before + 1) return replaced
  }
  // The paragraph before went elsewhere: count from the start of this one.
  return startsLine(old, from) && startsLine(today, there - (first - from)) ? first - from : 0
}

function replacedAfter(old: Words, today: Words, map: WordMap, end: number, last: number): number {
  if (last === end) return 0
  const there = map[last] as number
  let outside = end + 1
  while (outside < map.length && outside <= end + REACH && map[outside] === GONE) outside++
  const after = map[outside] ?? GONE
  if (after !== GONE) {
    const replaced = share(after - there - 1, outside - end - 1, end - last)
    if (replaced > 0 || after === there + 1) return replaced
  }
  return startsLine(old, end + 1) && startsLine(today, there + (end - last) + 1) ? end - last : 0
}

/** Does a paragraph begin between this word and the one before it? True at both ends of the text. */
function startsLine({ text, count, starts, ends }: Words, word: number): boolean {
  if (word === 0 || word === count) return true
  return word > 0 && word < count && text.slice(ends[word - 1], starts[word]).includes('\n')
}

/**
 * Of `today` words that stand where `outside` + `inside` words stood, how many belong inside: one for one where
 * the numbers agree; all, but at most one more than were there, if nothing outside is gone; else in proportion.
 */
function share(today: number, outside: number, inside: number): number {
  if (today <= 0 || today > 2 * (outside + inside) + 2) return 0
  if (today === outside + inside) return inside
  if (outside === 0) return Math.min(today, inside + 1)
  return Math.round((today * inside) / (outside + inside))
}
