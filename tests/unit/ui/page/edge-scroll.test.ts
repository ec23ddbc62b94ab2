import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edgeSpeed } from '../../../../renderer/ui/page/edge-scroll.ts'

const sight = { top: 40, bottom: 840 }

test.each([
  ['in the middle', 440],
  ['in the second line', 70],
  ['a line above the bottom', 819],
])('a border held %s leaves the page where it is', (_, y) => {
  expect(edgeSpeed(y, sight)).toBe(0)
})

test('at the edge the page runs to where the border is pulled', () => {
  expect(edgeSpeed(838, sight)).toBeGreaterThan(0)
  expect(edgeSpeed(41, sight)).toBeLessThan(0)
})

test('beyond the edge it runs on, up to a pace', () => {
  expect(edgeSpeed(860, sight)).toBeGreaterThan(edgeSpeed(838, sight))
  expect(edgeSpeed(5000, sight)).toBe(edgeSpeed(1000, sight))
  expect(edgeSpeed(-5000, sight)).toBe(-edgeSpeed(5000, sight))
})

test('the further out, the faster, in a window of any height', () => {
  const height = fc.integer({ min: 1, max: 2000 })
  const places = fc.tuple(fc.integer({ min: -500, max: 2500 }), fc.integer({ min: 0, max: 500 }))
  fc.assert(
    fc.property(height, places, (bottom, [y, further]) => {
      expect(edgeSpeed(y + further, { top: 0, bottom })).toBeGreaterThanOrEqual(
        edgeSpeed(y, { top: 0, bottom }),
      )
      expect(edgeSpeed(bottom / 2, { top: 0, bottom })).toBe(0)
    }),
  )
})
