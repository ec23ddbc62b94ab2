import type { Span } from '../../shared/units.ts'

/** What the index holds: anything with a span and an id that is unique in the index. */
export interface Interval {
  readonly id: string
  readonly span: Span
}

// Ends are also kept as one maximum per this many entries, so that an interval which spans the whole story does
// not make every question walk all the way back to it.
const STRIDE = 64

/**
 * Intervals in reading order (start, the longer first, id), answering "what is here?" without looking at all of
 * them. Immutable: adding and removing give a new index. Starts and ends stand in typed arrays; a question takes
 * a binary search and a walk back that stops where no earlier interval reaches far enough.
 */
export class IntervalIndex<T extends Interval> {
  /** All intervals in reading order. */
  readonly items: readonly T[]
  private readonly starts: Uint32Array
  private readonly ends: Uint32Array
  /** Largest end among this entry and all before it. */
  private readonly reach: Uint32Array
  /** Largest end in each run of {@link STRIDE} entries. */
  private readonly runs: Uint32Array

  private constructor(items: readonly T[], starts: Uint32Array, ends: Uint32Array) {
    this.items = items
    this.starts = starts
    this.ends = ends
    this.reach = new Uint32Array(ends.length)
    this.runs = new Uint32Array(Math.ceil(ends.length / STRIDE))
    let reach = 0
    for (let i = 0; i < ends.length; i++) {
      const end = ends[i] ?? 0
      if (end > reach) reach = end
      this.reach[i] = reach
      const run = (i / STRIDE) | 0
      if (end > (this.runs[run] ?? 0)) this.runs[run] = end
    }
  }

  static of<T extends Interval>(items: Iterable<T>): IntervalIndex<T> {
    const sorted = [...items]
    if (!isSorted(sorted)) sorted.sort(compare)
    const starts = new Uint32Array(sorted.length)
    const ends = new Uint32Array(sorted.length)
    for (let i = 0; i < sorted.length; i++) {
      const { span } = sorted[i] as T
      starts[i] = span.start
      ends[i] = span.end
    }
    return new IntervalIndex(sorted, starts, ends)
  }

  /** All intervals that hold the offset (start ≤ offset < end), in reading order. */
  at(offset: number): T[] {
    return this.range(offset, offset + 1)
  }

  /** All intervals that share at least one unit with [from, to), in reading order. */
  range(from: number, to: number): T[] {
    const found: T[] = []
    let i = this.firstFrom(to) - 1
    while (i >= 0 && (this.reach[i] ?? 0) > from) {
      if (i % STRIDE === STRIDE - 1 && (this.runs[Math.floor(i / STRIDE)] ?? 0) <= from) {
        i -= STRIDE
        continue
      }
      const item = this.items[i]
      if ((this.ends[i] ?? 0) > from && item !== undefined) found.push(item)
      i--
    }
    return found.reverse()
  }

  /** Place in `items` of the first interval that starts at or after the offset; `items.length`: none does. */
  firstFrom(offset: number): number {
    let low = 0
    let high = this.starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.starts[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Place of an interval in `items`; -1: it is not there. */
  indexOf(item: Interval): number {
    const i = this.placeOf(item)
    return this.items[i]?.id === item.id ? i : -1
  }

  with(item: T): IntervalIndex<T> {
    return this.splice(this.placeOf(item), 0, item)
  }

  /** The index itself if the interval is not in it. `item` must have the span it was added with. */
  without(item: Interval): IntervalIndex<T> {
    const i = this.indexOf(item)
    return i < 0 ? this : this.splice(i, 1)
  }

  /** Like an array's: takes out `gone` entries at a place and puts others in. */
  private splice(at: number, gone: number, ...put: readonly T[]): IntervalIndex<T> {
    const rest = at + gone
    const move = (old: Uint32Array, value: (item: T) => number) => {
      const next = new Uint32Array(old.length - gone + put.length)
      next.set(old.subarray(0, at))
      next.set(put.map(value), at)
      next.set(old.subarray(rest), at + put.length)
      return next
    }
    return new IntervalIndex(
      this.items.slice(0, at).concat(put, this.items.slice(rest)),
      move(this.starts, (item) => item.span.start),
      move(this.ends, (item) => item.span.end),
    )
  }

  /** Where the interval stands or would stand. */
  private placeOf(item: Interval): number {
    let i = this.firstFrom(item.span.start)
    for (let other = this.items[i]; other !== undefined && compare(other, item) < 0; other = this.items[i])
      i++
    return i
  }
}

/** Marks that moved with the text stand in their order already, nearly always. */
function isSorted(items: readonly Interval[]): boolean {
  for (let i = 1; i < items.length; i++) {
    const [before, item] = [items[i - 1], items[i]]
    if (before !== undefined && item !== undefined && compare(before, item) > 0) return false
  }
  return true
}

function compare(a: Interval, b: Interval): number {
  return a.span.start - b.span.start || b.span.end - a.span.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
