import { expect, test } from 'vitest'
import { dragPreview } from '../../../../renderer/ui/page/drag-preview.ts'

const sight = { top: 40, bottom: 840, left: 300, right: 900 }
const caret = (x: number, top: number) => ({ left: x, right: x, top, bottom: top + 20 })

test('the words lie between the border that stays and the one that is dragged', () => {
  const wanted = { start: { x: 350, y: 110 }, end: { x: 500, y: 210 } }
  const [start, end] = [caret(350, 100), caret(500, 200)]
  expect(dragPreview({ border: 'end', moved: end, other: start, rtl: false, sight })).toEqual(wanted)
  expect(dragPreview({ border: 'start', moved: start, other: end, rtl: false, sight })).toEqual(wanted)
})

test('a start that was scrolled away is shown from the first letter in sight', () => {
  const moved = caret(500, 200)
  const end = { x: 500, y: 210 }
  for (const other of [caret(350, -300), null]) {
    expect(dragPreview({ border: 'end', moved, other, rtl: false, sight })).toEqual({
      start: { x: 301, y: 41 },
      end,
    })
    expect(dragPreview({ border: 'end', moved, other, rtl: true, sight }).start).toEqual({ x: 899, y: 41 })
  }
})

test('an end that was scrolled away is shown up to the last letter in sight', () => {
  const moved = caret(500, 200)
  for (const other of [caret(350, 1900), null]) {
    const ends = dragPreview({ border: 'start', moved, other, rtl: false, sight })
    expect(ends).toEqual({ start: { x: 500, y: 210 }, end: { x: 899, y: 839 } })
  }
})
