import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findTicks } from '../../../../renderer/ui/page/find-ticks.ts'
import { span } from '../../../../shared/units.ts'

/** Hits of three units at these offsets, ascending. */
const hitsAt = (starts: readonly number[]) => ({
  count: starts.length,
  at(index: number) {
    const start = starts[index]
    if (start === undefined) throw new RangeError('no such hit')
    return span(start, start + 3)
  },
  from: (offset: number) => starts.filter((start) => start < offset).length,
})

test('a hit is shown in the part of the story that it begins in', () => {
  expect(findTicks(hitsAt([0, 55, 99]), 100, 10)).toEqual([0, 5, 9])
})

test('hits in one part are one tick', () => {
  expect(findTicks(hitsAt([50, 52, 54]), 100, 10)).toEqual([5])
})

test('nothing found, or nothing to look in, has no ticks', () => {
  expect(findTicks(hitsAt([]), 100, 10)).toEqual([])
  expect(findTicks(hitsAt([]), 0, 10)).toEqual([])
})

test('every hit has its part, and no part is without a hit', () => {
  const starts = fc.uniqueArray(fc.integer({ min: 0, max: 996 }), { maxLength: 60 })
  fc.assert(
    fc.property(starts, fc.integer({ min: 1, max: 1500 }), (unsorted, parts) => {
      const sorted = unsorted.toSorted((a, b) => a - b)
      const wanted = [...new Set(sorted.map((start) => Math.floor((start * parts) / 1000)))]
      expect(findTicks(hitsAt(sorted), 1000, parts)).toEqual(wanted)
    }),
  )
})
