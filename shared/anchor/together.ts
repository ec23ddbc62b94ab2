import { GONE, type WordMap } from './links.ts'
import type { Words } from './words.ts'

/** The words of a range that stayed together: numbers of the first and the last, and how many of them are left. */
export interface Run {
  readonly first: number
  readonly last: number
  readonly kept: number
}

// Words of a mark stay together if what was put between them is no longer than the mark and this.
const INSERTED = 20
// If a range was torn apart, so many words around it say where it belongs.
const AROUND = 4
// Beyond this many words, the choice between torn parts is left to their number alone.
const LONGEST = 400
// Shorter words are mostly those that any sentence has.
const LONG_WORD = 4
// A part of a range that holds less than this share of its weight is not the range.
const LEAST = 0.12

/**
 * The words from `from` to before `to` that are still there, in order; if the range was torn apart, the part that is
 * heaviest together with the words around it. Null if nothing, or next to nothing, is left.
 */
export function together(old: Words, map: WordMap, from: number, to: number): Run | null {
  const run = unbroken(map, from, to) ?? heaviest(old, map, from, to)
  if (run === null) return null
  let weight = 0
  let all = 0
  for (let i = from; i < to; i++) {
    const own = weightOf(old, i)
    all += own
    if (i >= run.first && i <= run.last && map[i] !== GONE) weight += own
  }
  return weight < LEAST * all ? null : run
}

/** All kept words of the range, if they are in order and close to each other; null if not, or if there are none. */
function unbroken(map: WordMap, from: number, to: number): Run | null {
  let first = GONE
  let last = GONE
  let kept = 0
  for (let i = from; i < to; i++) {
    if (map[i] === GONE) continue
    if (last !== GONE && !follows(map, last, i, to - from)) return null
    if (first === GONE) first = i
    last = i
    kept++
  }
  return kept === 0 ? null : { first, last, kept }
}

function follows(map: WordMap, before: number, after: number, length: number): boolean {
  const step = (map[after] as number) - (map[before] as number)
  return step > 0 && step <= after - before + length + INSERTED
}

/** The heaviest row of words that follow each other, words around the range counted too. */
function heaviest(old: Words, map: WordMap, from: number, to: number): Run | null {
  const low = Math.max(0, from - AROUND)
  const high = Math.min(map.length, to + AROUND)
  const words: number[] = []
  for (let i = low; i < high; i++) if (map[i] !== GONE) words.push(i)
  if (words.length > LONGEST) words.length = LONGEST
  const sums: number[] = []
  const previous: number[] = []
  let best = -1
  words.forEach((word, n) => {
    let sum = 0
    let link = -1
    for (let m = 0; m < n; m++) {
      if ((sums[m] as number) > sum && follows(map, words[m] as number, word, to - from)) {
        sum = sums[m] as number
        link = m
      }
    }
    sums.push(sum + weightOf(old, word))
    previous.push(link)
    if (best === -1 || (sums[n] as number) > (sums[best] as number)) best = n
  })
  const inside: number[] = []
  for (let n = best; n !== -1; n = previous[n] as number) {
    const word = words[n] as number
    if (word >= from && word < to) inside.unshift(word)
  }
  const [first] = inside
  const last = inside.at(-1)
  return first === undefined || last === undefined ? null : { first, last, kept: inside.length }
}

function weightOf({ starts, ends }: Words, word: number): number {
  return (ends[word] as number) - (starts[word] as number) >= LONG_WORD ? 2 : 1
}
