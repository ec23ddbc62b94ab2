import type { ListRow } from './list-rows.ts'

// Between two draws few rows come or go: near its old place a row is found at once.
const NEAR = 64

/** Where the row at `index` is now; if it went, the next one that is still there; null: none of them is. */
export function followRow(
  before: readonly ListRow[],
  after: readonly ListRow[],
  index: number,
): number | null {
  for (let at = index; at < Math.min(before.length, index + NEAR); at++) {
    const near = findNear(after, before[at]?.key, at)
    if (near !== null) return near
  }
  // Far away: another filter took most of the rows.
  const places = new Map(after.map(({ key }, place) => [key, place]))
  for (let at = index; at < before.length; at++) {
    const place = places.get(before[at]?.key ?? '')
    if (place !== undefined) return place
  }
  return null
}

function findNear(rows: readonly ListRow[], key: string | undefined, index: number): number | null {
  for (let step = 0; step <= NEAR; step++) {
    if (rows[index - step]?.key === key) return index - step
    if (rows[index + step]?.key === key) return index + step
  }
  return null
}
