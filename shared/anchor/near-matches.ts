import { align } from './align.ts'
import type { AnchorText } from './anchor-text.ts'
import { candidates } from './candidates.ts'
import { GONE, type WordMap } from './links.ts'
import { type Projection, project } from './project.ts'
import type { Question } from './question.ts'
import { sameRun, shingleHash } from './shingles.ts'

/** A place where some of the words asked for stand in their order. */
export interface NearMatch {
  readonly projection: Projection
  /** Words of the quote, of the prefix, of the suffix that stand there. */
  readonly quote: number
  readonly before: number
  readonly after: number
  /** Words of the prefix, of the suffix that stand right next to the quote, in one row with it. */
  readonly touchingBefore: number
  readonly touchingAfter: number
  /** Word of today for each word asked for. */
  readonly map: WordMap
  /** As {@link align} gives it. */
  readonly score: number
}

// Words of today looked at before and after a place.
const BEFORE = 14
const AFTER = 18

/** The places that the most runs of words speak for, best first by alignment. */
export function nearMatches(text: AnchorText, question: Question): readonly NearMatch[] {
  const { words, quote } = question
  const today = text.words
  const found: NearMatch[] = []
  for (const at of candidates(text, question)) {
    const low = Math.max(0, at - BEFORE)
    const high = Math.min(today.count, at + words.count + AFTER)
    const { map, score } = align(words, quote, today, low, high)
    cutLooseEnds(map, quote.from, quote.to)
    const projection = project(words, today, map, quote, question.start, question.end)
    if (projection === null || found.some((other) => overlap(other.projection, projection))) continue
    found.push({
      projection,
      score,
      quote: kept(map, quote.from, quote.to),
      before: kept(map, 0, quote.from),
      after: kept(map, quote.to, words.count),
      map,
      touchingBefore: rowBefore(map, quote.from, projection.from),
      touchingAfter: rowAfter(map, quote.to, projection.to),
    })
  }
  return found.sort((a, b) => b.score - a.score)
}

function overlap(a: Projection, b: Projection): boolean {
  return a.from < b.to && b.from < a.to
}

function kept(map: WordMap, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++) if (map[i] !== GONE) count++
  return count
}

/** How many words before `word` became the words right before `there`. */
function rowBefore(map: WordMap, word: number, there: number): number {
  let row = 0
  while (row < word && row < there && map[word - 1 - row] === there - 1 - row) row++
  return row
}

function rowAfter(map: WordMap, word: number, there: number): number {
  let row = 0
  while (word + row < map.length && map[word + row] === there + row) row++
  return row
}

/** Does the quote stand here twice, once next to what was before it and once next to what was after it? */
export function standsTwice(
  text: AnchorText,
  { words, quote }: Question,
  { map, projection: { from, to } }: NearMatch,
): boolean {
  const { ids } = text.words
  const length = quote.to - quote.from
  const before = quote.from > 0 ? (map[quote.from - 1] as number) : GONE
  const after = quote.to < words.count ? (map[quote.to] as number) : GONE
  return (
    (before !== GONE && before !== from - 1 && sameRun(words.ids, quote.from, ids, before + 1, length)) ||
    (after !== GONE && after !== to && sameRun(words.ids, quote.from, ids, after - length, length))
  )
}

// So many words put in between are believed for each word behind them that is still there.
const HOLE = 3

/**
 * Unlinks words at either end of the quote that stand too far away from the rest of it for their number: common
 * words that the alignment caught by chance.
 */
function cutLooseEnds(map: WordMap, from: number, to: number): void {
  cutLoose(map, from, to, 1)
  cutLoose(map, to - 1, from - 1, -1)
}

/** From the end at `begin` inwards to before `stop`; `step` is the direction. */
function cutLoose(map: WordMap, begin: number, stop: number, step: 1 | -1): void {
  let last = GONE
  let words = 0
  for (let outside = begin - step; map[outside] !== undefined && map[outside] !== GONE; outside -= step)
    words++
  for (let i = begin; i !== stop; i += step) {
    const there = map[i] as number
    if (there === GONE) continue
    const hole = last === GONE ? 0 : Math.abs(there - (map[last] as number)) - Math.abs(i - last)
    if (hole > HOLE * words) {
      for (let loose = begin; loose !== i; loose += step) map[loose] = GONE
      words = 0
    }
    words++
    last = i
  }
}

/** Runs of three words asked for that stand at the match and nowhere else in the text. */
export function rareRuns(text: AnchorText, { map }: NearMatch): number {
  const index = text.shingles(3)
  const ids = text.words.ids
  let count = 0
  for (let i = 2; i < map.length; i++) {
    const last = map[i] as number
    if (last === GONE || map[i - 1] !== last - 1 || map[i - 2] !== last - 2) continue
    if (index.count(index.find(shingleHash(ids, last - 2, 3))) === 1) count++
  }
  return count
}
