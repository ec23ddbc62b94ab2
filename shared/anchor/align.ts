import { GONE, type WordMap } from './links.ts'
import type { Words } from './words.ts'

// A word of the quote says more than one of its context.
const QUOTE_WORD = 4
const CONTEXT_WORD = 3

let scratch = new Int16Array(4096)

interface Alignment {
  /** Word of today for each word asked for. */
  readonly map: WordMap
  readonly score: number
}

/**
 * Lays the words asked for along the words of today from `low` to before `high` so that most of them agree, in
 * order (Needleman and Wunsch, with free ends on the side of today). A word left out, put in, or replaced costs 1.
 *
 * @param quote the words asked for that are the quote, half-open; the others are its context
 */
export function align(
  asked: Words,
  quote: { readonly from: number; readonly to: number },
  today: Words,
  low: number,
  high: number,
): Alignment {
  const rows = asked.count
  const columns = high - low
  const width = columns + 1
  const cells = (rows + 1) * width
  if (scratch.length < cells) scratch = new Int16Array(cells * 2)
  const best = scratch
  const a = asked.ids
  const b = today.ids
  best.fill(0, rows * width, cells)
  for (let row = rows - 1; row >= 0; row--) {
    const worth = row >= quote.from && row < quote.to ? QUOTE_WORD : CONTEXT_WORD
    const id = a[row]
    // Words of today before the first and after the last one asked for cost nothing.
    const skip = row > 0 ? 1 : 0
    let cell = row * width + columns
    let below = best[cell + width] as number
    let here = 0
    best[cell] = 0
    for (let column = low + columns - 1; column >= low; column--) {
      cell--
      const diagonal = below + (id === b[column] ? worth : -1)
      below = best[cell + width] as number
      here -= skip
      if (diagonal > here) here = diagonal
      if (below - 1 > here) here = below - 1
      best[cell] = here
    }
  }
  const map = new Int32Array(rows).fill(GONE)
  let row = 0
  let column = 0
  while (row < rows && column < columns) {
    const cell = row * width + column
    const here = best[cell] as number
    const worth = row >= quote.from && row < quote.to ? QUOTE_WORD : CONTEXT_WORD
    if (a[row] === b[low + column] && here === (best[cell + width + 1] as number) + worth) {
      map[row++] = low + column++
    } else if (here === (best[cell + 1] as number) - (row > 0 ? 1 : 0)) column++
    else if (here === (best[cell + width + 1] as number) - 1) {
      row++
      column++
    } else row++
  }
  return { map, score: best[0] as number }
}
