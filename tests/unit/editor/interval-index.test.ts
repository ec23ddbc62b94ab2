import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IntervalIndex } from '../../../renderer/editor/interval-index.ts'
import { moveSpan, movesOf } from '../../../renderer/editor/moves.ts'
import type { Interval } from '../../../renderer/editor/reading-order.ts'
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

  it('moves along with the text as each of its intervals does', () => {
    const change = fc.record({ at: fc.nat(420), deleted: fc.nat(30), inserted: fc.nat(30) })
    fc.assert(
      fc.property(intervals, fc.array(change, { maxLength: 6 }), fc.nat(420), (items, changes, at) => {
        let index = IntervalIndex.of(items)
        let model = inOrder(items)
        for (const each of changes) {
          const spans = model.map((item) => moveSpan(item.span, movesOf([each])))
          const moved = index.moved(each)
          const direct = model.flatMap((item, i) => {
            const place = spans[i] ?? null
            return place === null ? [] : [{ ...item, span: place }]
          })
          const ids = (list: readonly Interval[]) => list.map(({ id }) => id).join(' ')
          const same = direct.length === model.length && ids(inOrder(direct)) === ids(direct)
          // Where one was lost or two changed their order, it says so.
          expect(moved !== null).toBe(same)
          if (moved === null) return
          if (spans.every((place, i) => place === model[i]?.span)) expect(moved).toBe(index)
          index = moved
          model = direct
          expect(index.range(at, at + 9)).toEqual(IntervalIndex.of(model).range(at, at + 9))
        }
        expect(index.items).toEqual(model)
        for (const item of index.items) {
          expect(index.get(item.id)).toBe(item)
          expect(index.entries.some(({ id }) => id === item.id)).toBe(true)
        }
      }),
    )
  })

  it('finds by id after any number of changes, each in its place', () => {
    const act = fc.oneof(
      fc.record({ kind: fc.constant('put' as const), span: interval }),
      fc.record({ kind: fc.constant('take' as const), which: fc.nat(400) }),
      fc.record({ kind: fc.constant('type' as const), at: fc.nat(420) }),
    )
    fc.assert(
      fc.property(intervals, fc.array(act, { maxLength: 150 }), (items, acts) => {
        let index = IntervalIndex.of(items)
        acts.forEach((each, n) => {
          if (each.kind === 'put') index = index.with({ id: `n${n}`, span: each.span })
          else if (each.kind === 'type')
            index = index.moved({ at: each.at, deleted: 0, inserted: 1 }) ?? index
          else {
            const item = index.item(each.which % Math.max(1, index.size))
            if (item !== undefined) index = index.without(item)
            if (item !== undefined) expect(index.get(item.id)).toBeUndefined()
          }
        })
        for (const item of inOrder(index.items)) expect(index.get(item.id)).toBe(item)
        expect(index.items).toEqual(inOrder(index.items))
        expect(index.get('nobody')).toBeUndefined()
      }),
    )
  })

  it('stays as it is when something else is taken out', () => {
    const index = IntervalIndex.of([{ id: 'a', span: span(1, 5) }])
    expect(index.without({ id: 'b', span: span(1, 5) })).toBe(index)
    expect(index.indexOf({ id: 'a', span: span(2, 5) })).toBe(-1)
  })
})
