import { expect, test } from 'vitest'
import { pickHovered } from '../../../../renderer/ui/page/pick-hovered.ts'
import type { PlacedAnnotation } from '../../../../shared/annotation/annotation.ts'
import { span } from '../../../../shared/units.ts'

const mark = (id: string, start: number, end: number) => ({ id, span: span(start, end) }) as PlacedAnnotation

const whole = mark('whole', 0, 40)
const half = mark('half', 0, 20)
const word = mark('word', 5, 9)

test('of marks that lie over each other the shortest is meant, as for a click', () => {
  expect(pickHovered([whole, word, half], null)).toEqual({ annotation: word, turn: 1, of: 3 })
})

test('the active one is meant where it is among them', () => {
  expect(pickHovered([whole, word, half], half.id)).toEqual({ annotation: half, turn: 2, of: 3 })
  expect(pickHovered([whole], half.id)).toEqual({ annotation: whole, turn: 1, of: 1 })
})

test('where no mark is, none is meant', () => {
  expect(pickHovered([], null)).toBe(null)
})
