import { type Span, span } from '../units.ts'

/** A piece of text that is covered by the same items from its start to its end. */
export interface Segment<T> extends Span {
  /** What lies over it, in the order of the items given; empty: nothing. */
  readonly over: readonly T[]
}

/**
 * Cuts a range of the text at every border of the items and at the offsets `also`, so that items that overlap
 * can be drawn one beside the other. The segments cover `within` without gaps; items may reach beyond it, and
 * those without length are left out.
 * Takes n log n steps and as much room as the overlaps need.
 */
export function cutIntoSegments<T extends Span>(
  items: readonly T[],
  within: Span,
  also: Iterable<number> = [],
): readonly Segment<T>[] {
  const inside = items.filter(
    (item) => item.start < item.end && item.start < within.end && item.end > within.start,
  )
  const borders = new Set<number>([within.start, within.end])
  for (const offset of also) if (offset > within.start && offset < within.end) borders.add(offset)
  const starting = new Map<number, T[]>()
  const ending = new Map<number, T[]>()
  for (const item of inside) {
    const start = Math.max(item.start, within.start)
    const end = Math.min(item.end, within.end)
    borders.add(start).add(end)
    push(starting, start, item)
    push(ending, end, item)
  }
  const rank = new Map(inside.map((item, index) => [item, index]))
  const byRank = (a: T, b: T): number => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)
  const offsets = [...borders].sort((a, b) => a - b)
  const active = new Set<T>()
  return offsets.slice(0, -1).map((start, index) => {
    for (const item of ending.get(start) ?? []) active.delete(item)
    for (const item of starting.get(start) ?? []) active.add(item)
    return { ...span(start, offsets[index + 1] ?? within.end), over: [...active].sort(byRank) }
  })
}

/**
 * Gives every item a lane, 0 the first, such that items which overlap never share one: the height at which its
 * underline is drawn stays the same along its whole length. Items must be sorted by start.
 */
export function lanesOf<T extends Span>(items: readonly T[]): ReadonlyMap<T, number> {
  const lanes = new Map<T, number>()
  const ends: number[] = []
  for (const item of items) {
    const free = ends.findIndex((end) => end <= item.start)
    const lane = free === -1 ? ends.length : free
    ends[lane] = item.end
    lanes.set(item, lane)
  }
  return lanes
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
