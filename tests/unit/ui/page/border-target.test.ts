import fc from 'fast-check'
import { expect, test } from 'vitest'
import { borderTarget } from '../../../../renderer/ui/page/border-target.ts'
import { span, type TextOffset } from '../../../../shared/units.ts'

const text = 'The mayor resigned on Friday, he said.'
const mark = span(4, 18)
const at = (words: string, inside = 0) => (text.indexOf(words) + inside) as TextOffset

test.each([
  ['the start inside a word, nearer to its beginning', 'start', at('mayor', 2), at('mayor')],
  ['the start inside a word, nearer to its end: behind the blank', 'start', at('mayor', 4), at('resigned')],
  ['the end inside a word, nearer to its end', 'end', at('Friday', 5), at('Friday', 6)],
  ['the end inside a word, nearer to its beginning: before the blank', 'end', at('Friday', 1), at('on', 2)],
  ['the end behind a comma, which stays in', 'end', at(',', 1), at(',', 1)],
] as const)('snapping takes %s', (_, border, offset, to) => {
  expect(borderTarget(text, mark, border, offset, true)).toBe(to)
})

test('without snapping the very letter counts', () => {
  expect(borderTarget(text, mark, 'end', at('Friday', 2), false)).toBe(at('Friday', 2))
})

test('a border never passes the other one and one character is left', () => {
  expect(borderTarget(text, mark, 'start', at('said'), true)).toBe(mark.end - 1)
  expect(borderTarget(text, mark, 'end', at('The'), true)).toBe(mark.start + 1)
  const emoji = 'a 😀😀 b'
  expect(borderTarget(emoji, span(2, 6), 'start', 6 as TextOffset, false)).toBe(4)
  expect(borderTarget(emoji, span(2, 6), 'end', 0 as TextOffset, false)).toBe(4)
})

test('wherever it is dragged, a mark stays a piece of the text', () => {
  const offset = fc.integer({ min: 0, max: text.length })
  fc.assert(
    fc.property(
      offset,
      fc.constantFrom('start' as const, 'end' as const),
      fc.boolean(),
      (to, border, snap) => {
        const target = borderTarget(text, mark, border, to as TextOffset, snap)
        const moved = { ...mark, [border]: target }
        expect(moved.start).toBeGreaterThanOrEqual(0)
        expect(moved.end).toBeLessThanOrEqual(text.length)
        expect(moved.start).toBeLessThan(moved.end)
      },
    ),
  )
})
