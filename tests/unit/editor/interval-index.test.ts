import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Interval, IntervalIndex } from '../../../renderer/editor/interval-index.ts'
import { span } from '../../../shared/units.ts'

const interval = fc
  .record({
    start: fc.nat(300),
    length: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 400 })),
  })
  .map(({ start, length }) => span(start, start + length))

const intervals = fc
  .array(interval, { maxLength: 200 })
  .map((spans): Interval[] => spans.map((each, n) => ({ id: `i${String(n).padStart(3, '0')}`, span: each })))

const inOrder = (items: readonly Interval[]) =>
  [...items].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || (a.id < b.id ? -1 : 1))

describe('an interval index', () => {
  it('finds what looking at every interval finds, in reading order', () => {
    fc.assert(
      fc.property(intervals, fc.nat(420), fc.integer({ min: 1, max: 60 }), (items, from, length) => {
        const index = IntervalIndex.of(items)
        expect(index.items).toEqual(inOrder(items))
        expect(index.at(from)).toEqual(
          inOrder(items.filter(({ span: { start, end } }) => start <= from && from < end)),
        )
        expect(index.range(from, from + length)).toEqual(
          inOrder(items.filter(({ span: { start, end } }) => start < from + length && end > from)),
        )
        expect(index.firstFrom(from)).toBe(items.filter((item) => item.span.start < from).length)
      }),
    )
  })

  it('is the same after adding and removing as if it had been made at once', () => {
    fc.assert(
      fc.property(intervals, fc.array(fc.nat(199), { maxLength: 40 }), fc.nat(420), (items, chosen, at) => {
        const gone = new Set(chosen.map((n) => items[n]).filter((item) => item !== undefined))
        let grown = IntervalIndex.of<Interval>([])
        for (const item of items) grown = grown.with(item)
        for (const item of gone) grown = grown.without(item)
        const direct = IntervalIndex.of(items.filter((item) => !gone.has(item)))
        expect(grown.items).toEqual(direct.items)
        expect(grown.at(at)).toEqual(direct.at(at))
        for (const item of grown.items) expect(grown.items[grown.indexOf(item)]).toBe(item)
      }),
    )
  })

  it('stays as it is when something else is taken out', () => {
    const index = IntervalIndex.of([{ id: 'a', span: span(1, 5) }])
    expect(index.without({ id: 'b', span: span(1, 5) })).toBe(index)
    expect(index.indexOf({ id: 'a', span: span(2, 5) })).toBe(-1)
  })
})
