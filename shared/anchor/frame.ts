import { type Span, span } from '../units.ts'
import { GONE, type WordMap } from './links.ts'
import type { Words } from './words.ts'

// So many words in a row that went on standing in a row are certain.
const ROW = 4
// They are looked for so many words away.
const REACH = 40
// What stands between two of them may have grown to twice its length and so many units.
const ROOM = 200

/**
 * The part of today's text between the certain words before a range of words and those after it. Null if one of them
 * is missing, or if they went different ways.
 */
export function frameOf(
  old: Words,
  today: Words,
  map: WordMap,
  range: { readonly from: number; readonly to: number },
): Span | null {
  const before = certainWord(map, range.from - 1, -1)
  const after = certainWord(map, range.to, 1)
  const low = map[before] ?? GONE
  const high = map[after] ?? GONE
  if (low === GONE || high === GONE || high <= low) return null
  const start = today.ends[low] as number
  const end = today.starts[high] as number
  const room = 2 * ((old.starts[after] as number) - (old.ends[before] as number)) + ROOM
  return end - start <= room ? span(start, end) : null
}

/** How many words stand in one row in both texts, those of the range and the ones around it. */
export function rowAround(map: WordMap, range: { readonly from: number; readonly to: number }): number {
  let low = range.from
  while (low > 0 && map[low] !== GONE && map[low - 1] === (map[low] as number) - 1) low--
  let high = range.to
  while (high < map.length && map[high - 1] !== GONE && map[high] === (map[high - 1] as number) + 1) high++
  return high - low
}

export function holds(frame: Span, place: Span): boolean {
  return place.start >= frame.start && place.end <= frame.end
}

/** The word nearest to `begin` that begins a row of certain words away from the range; {@link GONE} for none. */
function certainWord(map: WordMap, begin: number, step: 1 | -1): number {
  let row = 0
  for (let i = begin; i !== begin + step * REACH && i >= 0 && i < map.length; i += step) {
    const there = map[i] as number
    const goesOn = row > 0 && there === (map[i - step] as number) + step
    row = there === GONE ? 0 : goesOn ? row + 1 : 1
    if (row === ROW) return i - step * (ROW - 1)
  }
  return GONE
}
