/** Insertions, deletions and replacements of units that make `wanted` the start of `text`, however long that start. */
export function distanceToStart(wanted: string, text: string): number {
  return Math.min(...lastRow(wanted, text))
}

/** Insertions, deletions and replacements of units between two strings (Levenshtein). */
export function editDistance(a: string, b: string): number {
  return lastRow(a, b)[b.length] as number
}

/** Distance of `wanted` from each start of `text`, the empty one first. */
function lastRow(wanted: string, text: string): number[] {
  const row = Array.from({ length: text.length + 1 }, (_, at) => at)
  for (let i = 1; i <= wanted.length; i++) {
    let diagonal = row[0] as number
    row[0] = i
    const unit = wanted.charCodeAt(i - 1)
    for (let j = 1; j <= text.length; j++) {
      const above = row[j] as number
      const cost = unit === text.charCodeAt(j - 1) ? diagonal : diagonal + 1
      row[j] = Math.min(cost, above + 1, (row[j - 1] as number) + 1)
      diagonal = above
    }
  }
  return row
}
