/** Half-open range of UTF-16 units of a piece of text. */
export interface Range {
  readonly start: number
  readonly end: number
}

/**
 * Tells of ranges, asked for in ascending order, whether they share a unit with one of the given. An empty range
 * counts where it lies inside one, not at its ends.
 */
export function overlapOf(given: readonly Range[]): (start: number, end: number) => boolean {
  const ranges = given.toSorted((a, b) => a.start - b.start)
  let next = 0
  let reached = 0
  return (start, end) => {
    const last = Math.max(end, start + 1)
    for (let range = ranges[next]; range !== undefined && range.start < last; range = ranges[++next]) {
      if (end > start || range.start < start) reached = Math.max(reached, range.end)
      else break
    }
    return reached > start
  }
}
