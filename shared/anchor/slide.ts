import { GONE, type Links, type WordMap } from './links.ts'
import type { Words } from './words.ts'

/**
 * Puts what was taken out or put in where a person would see it. If a sentence that begins with "The" was taken out
 * before another one that does, either "The" may be the one that is left; links are moved so that what is gone (or
 * is new) begins and ends at the border of a sentence or a clause.
 */
export function slideGaps({ old, today, to, from }: Links): void {
  slide(old, to, from)
  slide(today, from, to)
}

/** Slides the unlinked runs of words of one side that have nothing on the other side in their place. */
function slide(words: Words, to: WordMap, from: WordMap): void {
  let begin = 1
  while (begin < words.count) {
    if (to[begin] !== GONE || to[begin - 1] === GONE) {
      begin++
      continue
    }
    let end = begin + 1
    while (end < words.count && to[end] === GONE) end++
    if (end < words.count && to[end] === (to[begin - 1] as number) + 1) slideOne(words, to, from, begin, end)
    begin = end
  }
}

function slideOne(words: Words, to: WordMap, from: WordMap, begin: number, end: number): void {
  const { ids } = words
  let best = 0
  let most = bordersAt(words, begin, end)
  for (let by = -1; begin + by > 0 && ids[begin + by] === ids[end + by] && to[begin + by] !== GONE; by--) {
    const borders = bordersAt(words, begin + by, end + by)
    if (borders > most) [best, most] = [by, borders]
  }
  for (
    let by = 1;
    end + by < words.count && ids[begin + by - 1] === ids[end + by - 1] && to[end + by - 1] !== GONE;
    by++
  ) {
    const borders = bordersAt(words, begin + by, end + by)
    if (borders > most) [best, most] = [by, borders]
  }
  for (let by = -1; by >= best; by--) relink(to, from, begin + by, end + by)
  for (let by = 1; by <= best; by++) relink(to, from, end + by - 1, begin + by - 1)
}

function relink(to: WordMap, from: WordMap, word: number, instead: number): void {
  const there = to[word] as number
  to[word] = GONE
  to[instead] = there
  from[there] = instead
}

function bordersAt(words: Words, begin: number, end: number): number {
  return borderBefore(words, begin) + borderBefore(words, end)
}

const sentence = /[.!?…。！？؟]/u
const clause = /[,;:—–"“”()،、，]/u

/** How much of a border stands between a word and the one before it. */
function borderBefore({ text, starts, ends }: Words, word: number): number {
  if (word === 0) return 3
  const between = text.slice(ends[word - 1], starts[word])
  if (between.includes('\n')) return 3
  return sentence.test(between) ? 2 : clause.test(between) ? 1 : 0
}
