import { type Span, span } from '../units.ts'
import { splitsPair } from './find-quote.ts'
import { foldUnit, isInvisible } from './unit-class.ts'
import type { Words } from './words.ts'

/** Where a range that began at `start`, at the old word `a`, begins at the word `b` that it became. */
export function startBorder(old: Words, today: Words, a: number, b: number, start: number): number {
  const word = old.starts[a] as number
  const there = today.starts[b] as number
  if (start > word) return there + inside(old, today, a, b, start - word)
  let at = there
  for (let from = word; from > start; ) {
    const code = foldUnit(old.text.charCodeAt(from - 1))
    const other = at > 0 ? foldUnit(today.text.charCodeAt(at - 1)) : -1
    if (code === other) at--
    else if (at > 0 && isInvisible(other)) {
      at--
      continue
    } else if (code !== 0x20 && !isInvisible(code)) break
    from--
  }
  return at
}

/** Where a range that ended at `end`, at the old word `a`, ends at the word `b` that it became. */
export function endBorder(old: Words, today: Words, a: number, b: number, end: number): number {
  const word = old.ends[a] as number
  const there = today.ends[b] as number
  if (end < word)
    return (today.starts[b] as number) + inside(old, today, a, b, end - (old.starts[a] as number))
  let at = there
  for (let from = word; from < end; ) {
    const code = foldUnit(old.text.charCodeAt(from))
    const other = at < today.text.length ? foldUnit(today.text.charCodeAt(at)) : -1
    if (code === other) at++
    else if (at < today.text.length && isInvisible(other)) {
      at++
      continue
    } else if (code !== 0x20 && !isInvisible(code)) break
    from++
  }
  return at
}

/** How far into the new form of a word `units` of its old form reach. */
function inside(old: Words, today: Words, a: number, b: number, units: number): number {
  const was = old.text.slice(old.starts[a], old.ends[a])
  const is = today.text.slice(today.starts[b], today.ends[b])
  if (was.length === is.length) return units
  // Forms of one word that differ in length differ in normal form.
  const left = was.slice(0, units).normalize('NFC').length
  for (let cut = 0; cut <= is.length; cut++)
    if (is.slice(0, cut).normalize('NFC').length > left) return cut - 1
  return is.length
}

/** The range with whole surrogate pairs at its ends. */
export function wholePairs(text: string, start: number, end: number): Span {
  return span(splitsPair(text, start) ? start - 1 : start, splitsPair(text, end) ? end + 1 : end)
}
