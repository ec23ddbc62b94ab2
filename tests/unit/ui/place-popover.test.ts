import { expect, test } from 'vitest'
import { type Box, placePopover } from '../../../renderer/ui/place-popover.ts'

const stage: Box = { top: 40, bottom: 840, left: 250, right: 1050 }
const size = { width: 500, height: 40 }
const line = (top: number, left = 400): Box => ({ top, bottom: top + 24, left, right: left + 100 })

const cases: readonly (readonly [string, Box, Box, { left: number; top: number } | null])[] = [
  ['stands over the first line', line(300), line(300), { left: 400, top: 252 }],
  ['stands over the first of several lines', line(300), line(360, 260), { left: 400, top: 252 }],
  ['goes under the last line at the top of the page', line(60), line(90, 300), { left: 300, top: 122 }],
  ['is held inside on the right', line(300, 900), line(300, 900), { left: 546, top: 252 }],
  ['is held inside on the left', line(300, 200), line(300, 200), { left: 254, top: 252 }],
  ['stays away when everything in sight is selected', line(50), line(810), null],
  ['stays away when the selection was scrolled off', line(-300), line(-100), null],
]

test.each(cases)('the popover %s', (_, first, last, at) => {
  expect(placePopover({ first, last }, stage, size)).toEqual(at)
})

test('without a selection there is no popover', () => {
  expect(placePopover(null, stage, size)).toBe(null)
})
