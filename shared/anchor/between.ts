import type { Span } from '../units.ts'
import { wholePairs } from './borders.ts'
import { GONE, type WordMap } from './links.ts'
import { foldUnit } from './unit-class.ts'
import type { Words } from './words.ts'

/**
 * Carries a range of punctuation that touches no word: to the same signs after the word that stands before it,
 * or before the word that stands after it, where those words still stand.
 *
 * @param next number of the old word after the range
 */
export function projectBetween(
  old: Words,
  today: Words,
  map: WordMap,
  next: number,
  place: Span,
): Span | null {
  const before = next > 0 ? (map[next - 1] as number) : GONE
  const after = next < old.count ? (map[next] as number) : GONE
  const neighbours = before !== GONE && after !== GONE && after === before + 1
  if (!neighbours && before === GONE && after === GONE) return null
  const exact = old.text.slice(place.start, place.end)
  if (before !== GONE) {
    const gap = place.start - (old.ends[next - 1] as number)
    const from = (today.ends[before] as number) + gap
    if (
      sameSigns(
        old.text,
        old.ends[next - 1] as number,
        today.text,
        today.ends[before] as number,
        gap + exact.length,
      )
    ) {
      return wholePairs(today.text, from, from + exact.length)
    }
  }
  if (after !== GONE) {
    const gap = (old.starts[next] as number) - place.end
    const end = (today.starts[after] as number) - gap
    const length = gap + exact.length
    if (end - exact.length >= 0 && sameSigns(old.text, place.start, today.text, end - exact.length, length)) {
      return wholePairs(today.text, end - exact.length, end)
    }
  }
  return null
}

function sameSigns(a: string, from: number, b: string, at: number, length: number): boolean {
  if (at + length > b.length) return false
  for (let i = 0; i < length; i++) {
    if (foldUnit(a.charCodeAt(from + i)) !== foldUnit(b.charCodeAt(at + i))) return false
  }
  return true
}
