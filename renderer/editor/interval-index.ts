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

  private constructor(items: readonly T[]) {
    const count = items.length
    this.items = items
    this.starts = new Uint32Array(count)
    this.ends = new Uint32Array(count)
    this.reach = new Uint32Array(count)
    this.runs = new Uint32Array(Math.ceil(count / STRIDE))
    let reach = 0
    let i = 0
    for (const { span } of items) {
      this.starts[i] = span.start
      this.ends[i] = span.end
      if (span.end > reach) reach = span.end
      this.reach[i] = reach
      const run = Math.floor(i / STRIDE)
      if (span.end > (this.runs[run] ?? 0)) this.runs[run] = span.end
      i++
    }
  }

  static of<T extends Interval>(items: Iterable<T>): IntervalIndex<T> {
    return new IntervalIndex([...items].sort(compare))
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
    const i = this.placeOf(item)
    return new IntervalIndex([...this.items.slice(0, i), item, ...this.items.slice(i)])
  }

  /** The index itself if the interval is not in it. `item` must have the span it was added with. */
  without(item: Interval): IntervalIndex<T> {
    const i = this.indexOf(item)
    return i < 0 ? this : new IntervalIndex([...this.items.slice(0, i), ...this.items.slice(i + 1)])
  }

  /** Where the interval stands or would stand. */
  private placeOf(item: Interval): number {
    let i = this.firstFrom(item.span.start)
    for (let other = this.items[i]; other !== undefined && compare(other, item) < 0; other = this.items[i])
      i++
    return i
  }
}

function compare(a: Interval, b: Interval): number {
  return a.span.start - b.span.start || b.span.end - a.span.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
