import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, placePopover } from '../../../../renderer/ui/page/place-popover.ts'

const stage: Box = { top: 40, bottom: 840, left: 250, right: 1050 }
const size = { width: 500, height: 40 }
const line = (top: number, left = 400): Box => ({ top, bottom: top + 24, left, right: left + 100 })

type Place = { readonly left: number; readonly top: number; readonly side: 'over' | 'under' }

const cases: readonly (readonly [string, Box, Box, Place | null])[] = [
  ['stands over the first line', line(300), line(300), { left: 400, top: 252, side: 'over' }],
  [
    'stands over the first of several lines',
    line(300),
    line(360, 260),
    { left: 400, top: 252, side: 'over' },
  ],
  [
    'goes under the last line at the top of the page',
    line(60),
    line(90, 300),
    { left: 300, top: 122, side: 'under' },
  ],
  ['is held inside on the right', line(300, 900), line(300, 900), { left: 546, top: 252, side: 'over' }],
  ['is held inside on the left', line(300, 200), line(300, 200), { left: 254, top: 252, side: 'over' }],
  ['stays away when everything in sight is selected', line(50), line(810), null],
  ['stays away when the selection was scrolled off', line(-300), line(-100), null],
]

test.each(cases)('the popover %s', (_, first, last, at) => {
  expect(placePopover({ first, last }, stage, size)).toEqual(at)
})

test('without a selection there is no popover', () => {
  expect(placePopover(null, stage, size)).toBe(null)
})

const up = line(300)
const down = line(360, 260)

test.each<readonly [string, number, Place]>([
  ['over the first line, where the pointer let go of it', 310, { left: 450, top: 252, side: 'over' }],
  ['under the last line, where the pointer let go of that', 375, { left: 450, top: 392, side: 'under' }],
])('the popover comes %s', (_, y, place) => {
  expect(placePopover({ first: up, last: down }, stage, size, { pointer: { x: 700, y } })).toEqual(place)
})

test('on one line the popover stands over it, in the middle of where the pointer let go', () => {
  const words = { first: up, last: up }
  const place = placePopover(words, stage, size, { pointer: { x: 600, y: 330 } })
  expect(place).toEqual({ left: 350, top: 252, side: 'over' })
})

test('a side that was asked for comes first', () => {
  const words = { first: up, last: up }
  expect(placePopover(words, stage, size, { side: 'under' })?.side).toBe('under')
})

test('what may unfold sends the popover to the side that has room for it', () => {
  const words = { first: line(110), last: line(110) }
  expect(placePopover(words, stage, size)?.side).toBe('over')
  expect(placePopover(words, stage, size, { spare: 40 })?.side).toBe('under')
})

test('where neither side has room for what may unfold, the popover comes all the same', () => {
  const low: Box = { ...stage, bottom: 200 }
  const words = { first: line(110), last: line(110) }
  expect(placePopover(words, low, size, { spare: 40 })?.side).toBe('over')
})

test('the popover never covers the words and never leaves the stage', () => {
  const number = (min: number, max: number) => fc.integer({ min, max })
  const pointer = fc.option(fc.record({ x: number(250, 1050), y: number(40, 840) }))
  fc.assert(
    fc.property(number(0, 820), number(0, 300), number(250, 900), pointer, number(0, 50), (...given) => {
      const [top, lines, left, at, spare] = given
      const words = { first: line(top, left), last: line(top + lines, left) }
      const place = placePopover(words, stage, size, { pointer: at, spare })
      if (place === null) return
      const bottom = place.top + size.height
      expect(bottom <= words.first.top || place.top >= words.last.bottom).toBe(true)
      expect(place.left).toBeGreaterThanOrEqual(stage.left)
      expect(place.left + size.width).toBeLessThanOrEqual(stage.right)
      expect(place.side === 'over' ? place.top >= stage.top : bottom <= stage.bottom).toBe(true)
    }),
  )
})
