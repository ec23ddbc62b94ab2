import type { Span } from '../../shared/units.ts'

/** What the index holds: anything with a span and an id that is unique in the index. */
export interface Interval {
  readonly id: string
  readonly span: Span
}

/** Marks that moved with the text stand in their order already, nearly always. */
export function isSorted(items: readonly Interval[]): boolean {
  for (let i = 1; i < items.length; i++) {
    const [before, item] = [items[i - 1], items[i]]
    if (before !== undefined && item !== undefined && compare(before, item) > 0) return false
  }
  return true
}

/** By start, the longer first, then by id. */
export function compare(a: Interval, b: Interval): number {
  return a.span.start - b.span.start || b.span.end - a.span.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
