import type { Span, TextOffset } from '../../shared/units.ts'
import { IdOrder } from './id-order.ts'
import { moveSpan, movesOf } from './moves.ts'
import type { TextChange } from './positions.ts'
import { compare, type Interval, isSorted } from './reading-order.ts'

// Ends are also kept as one maximum per this many entries, so that an interval which spans the whole story does
// not make every question walk all the way back to it.
const STRIDE = 64

/** The same thing elsewhere. */
type Mover<T> = (item: T, span: Span) => T

/**
 * Intervals in reading order (start, the longer first, id), answering "what is here?" without looking at all of
 * them. Immutable: adding, removing and moving give a new index. Starts and ends stand in typed arrays; a question
 * takes a binary search and a walk back that stops where no earlier interval reaches far enough. After a move of the
 * text only those arrays are others: an interval that stands elsewhere now is made when it is asked for.
 */
export class IntervalIndex<T extends Interval> {
  /** In reading order, perhaps with spans from before the last moves. */
  readonly entries: readonly T[]
  private readonly starts: Uint32Array
  private readonly ends: Uint32Array
  private readonly order: IdOrder
  private readonly move: Mover<T>
  /** Entries that were made for a span other than that in `entries`; shared by all indexes that differ in places only. */
  private readonly made: (T | undefined)[]
  /** Largest end among this entry and all before it. */
  private readonly reach: Uint32Array
  /** Largest end in each run of {@link STRIDE} entries. */
  private readonly runs: Uint32Array
  private whole: readonly T[] | null

  private constructor(parts: Parts<T>) {
    const { entries, starts, ends, order, move, made, stays } = parts
    this.entries = entries
    this.starts = starts
    this.ends = ends
    this.order = order
    this.move = move
    this.made = made
    this.whole = stays ? entries : null
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

  /** @param move how one of them is made for another span */
  static of<T extends Interval>(
    items: Iterable<T>,
    move: Mover<T> = (item, span) => ({ ...item, span }),
  ): IntervalIndex<T> {
    const sorted = [...items]
    if (!isSorted(sorted)) sorted.sort(compare)
    const starts = new Uint32Array(sorted.length)
    const ends = new Uint32Array(sorted.length)
    for (let i = 0; i < sorted.length; i++) {
      const { span } = sorted[i] as T
      starts[i] = span.start
      ends[i] = span.end
    }
    return new IntervalIndex({
      entries: sorted,
      starts,
      ends,
      order: IdOrder.of(sorted),
      move,
      made: [],
      stays: true,
    })
  }

  get size(): number {
    return this.entries.length
  }

  /** All intervals in reading order; made at the first question after a move. */
  get items(): readonly T[] {
    this.whole ??= this.entries.map((_, i) => this.item(i) as T)
    return this.whole
  }

  /** The interval at this place in reading order; undefined: there are not so many. */
  item(i: number): T | undefined {
    const item = this.entries[i]
    if (item === undefined || this.stands(item, i)) return item
    const known = this.made[i]
    if (known !== undefined && this.stands(known, i)) return known
    const moved = this.move(item, this.spanAt(i))
    this.made[i] = moved
    return moved
  }

  get(id: string): T | undefined {
    return this.item(this.order.placeOf(id))
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
      const item = (this.ends[i] ?? 0) > from ? this.item(i) : undefined
      if (item !== undefined) found.push(item)
      i--
    }
    return found.reverse()
  }

  /** Place in `items` of the first interval that starts at or after the offset; `size`: none does. */
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
    return this.entries[i]?.id === item.id ? i : -1
  }

  with(item: T): IntervalIndex<T> {
    return this.splice(this.placeOf(item), 0, item)
  }

  /** The index itself if the interval is not in it. `item` must have the span it was added with. */
  without(item: Interval): IntervalIndex<T> {
    const i = this.indexOf(item)
    return i < 0 ? this : this.splice(i, 1)
  }

  /**
   * After one change of the text, by the rules of {@link moveSpan}; the index itself if all stay. null: of one nothing
   * is left, or they stand in another order.
   */
  moved(change: TextChange): IntervalIndex<T> | null {
    const moves = movesOf([change])
    const { at, deleted, inserted } = change
    const by = inserted - deleted
    // All from here on move as they are; of those before, only what reaches behind the change does.
    const behind = this.firstFrom(Math.max(at + deleted, at + 1))
    const starts = this.starts.slice()
    const ends = this.ends.slice()
    let first = behind
    for (let i = behind - 1; i >= 0 && (this.reach[i] ?? 0) > at; i--) {
      const old = this.spanAt(i)
      const span = moveSpan(old, moves)
      if (span === null) return null
      if (span === old) continue
      starts[i] = span.start
      ends[i] = span.end
      first = i
    }
    if (first === behind && (by === 0 || behind === this.size)) return this
    for (let i = behind; i < starts.length; i++) {
      starts[i] = (starts[i] ?? 0) + by
      ends[i] = (ends[i] ?? 0) + by
    }
    const entries = this.whole ?? this.entries
    const made = entries === this.entries ? this.made : []
    const { order, move } = this
    const next = new IntervalIndex({ entries, starts, ends, order, move, made, stays: false })
    for (let i = Math.max(1, first); i <= behind && i < next.size; i++) {
      if (compare(next.intervalAt(i - 1), next.intervalAt(i)) > 0) return null
    }
    return next
  }

  /** Like an array's: takes out `gone` entries at a place and puts others in. */
  private splice(at: number, gone: 0 | 1, put: T | null = null): IntervalIndex<T> {
    const rest = at + gone
    const more = put === null ? [] : [put]
    const numbers = (old: Uint32Array, value: (item: T) => number) => {
      const next = new Uint32Array(old.length - gone + more.length)
      next.set(old.subarray(0, at))
      next.set(more.map(value), at)
      next.set(old.subarray(rest), at + more.length)
      return next
    }
    const entries = this.entries.slice(0, at).concat(more, this.entries.slice(rest))
    const made = this.made.slice(0, at)
    for (let i = rest; i < this.made.length; i++) made[i - gone + more.length] = this.made[i]
    const { move } = this
    const taken = gone === 0 ? null : (this.entries[at]?.id ?? null)
    const order = this.order.splice({ at, gone: taken, put: put?.id ?? null }, entries)
    const starts = numbers(this.starts, (item) => item.span.start)
    const ends = numbers(this.ends, (item) => item.span.end)
    const stays = this.whole === this.entries
    return new IntervalIndex({ entries, starts, ends, order, move, made, stays })
  }

  /** Where the interval stands or would stand. */
  private placeOf({ id, span }: Interval): number {
    let i = this.firstFrom(span.start)
    while (i < this.size && compare(this.intervalAt(i), { id, span }) < 0) i++
    return i
  }

  private intervalAt(i: number): Interval {
    return { id: this.entries[i]?.id ?? '', span: this.spanAt(i) }
  }

  private spanAt(i: number): Span {
    return { start: (this.starts[i] ?? 0) as TextOffset, end: (this.ends[i] ?? 0) as TextOffset }
  }

  private stands({ span }: T, i: number): boolean {
    return span.start === this.starts[i] && span.end === this.ends[i]
  }
}

interface Parts<T> {
  readonly entries: readonly T[]
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly order: IdOrder
  readonly move: Mover<T>
  readonly made: (T | undefined)[]
  /** All entries have the spans of now. */
  readonly stays: boolean
}
