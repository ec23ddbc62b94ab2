import { expect, test } from 'vitest'
import { cardsNear, type PlacedCard } from '../../../../renderer/ui/cards/cards-near.ts'
import { packCards } from '../../../../renderer/ui/cards/pack-cards.ts'
import type { PlacedAnnotation } from '../../../../shared/annotation/annotation.ts'
import { span } from '../../../../shared/units.ts'
import { anAnnotation, annotationId } from '../../../helpers/annotation.ts'

const HEIGHT = 66
const mark = (n: number): PlacedAnnotation => ({
  ...anAnnotation({ id: annotationId(n) }),
  span: span(n, n + 1),
})

/** Cards one under the other from the top of the text on, `HEIGHT` each and ten pixels between. */
function column(count: number): readonly PlacedCard[] {
  const wanted = Array.from({ length: count }, () => ({ top: 0, height: HEIGHT, fixed: false }))
  const tops = packCards(wanted, 10, 0)
  return tops.map((top, n) => ({ mark: mark(n), top, height: HEIGHT }))
}

const numbers = (cards: readonly PlacedAnnotation[]) => cards.map(({ span: { start } }) => start)

test('of four hundred cards in one paragraph those on the screen and one screen around are there', () => {
  const cards = column(400)
  const there = cardsNear(cards, { start: 7600, end: 8360 }, [], null)
  expect(numbers(there)).toEqual(Array.from({ length: 30 }, (_, n) => 90 + n))
})

test('scrolling on by a line changes nothing, by a screen it does', () => {
  const cards = column(400)
  const there = cardsNear(cards, { start: 7600, end: 8360 }, [], null)
  expect(cardsNear(cards, { start: 7630, end: 8390 }, there, null)).toBe(there)
  const next = cardsNear(cards, { start: 8360, end: 9120 }, there, null)
  expect(numbers(next)).toEqual(Array.from({ length: 30 }, (_, n) => 100 + n))
})

test('the card of the active mark stays, however far away', () => {
  const cards = column(400)
  const there = cardsNear(cards, { start: 7600, end: 8360 }, [], annotationId(3))
  expect(numbers(there)[0]).toBe(3)
})

test('a card whose mark only moved along with the text is the same, unless it shows the words there', () => {
  const cards = column(20)
  const there = cardsNear(cards, { start: 0, end: 760 }, [], null)
  const moved = (drift: 'none' | 'words') =>
    cards.map((card) => {
      const { start, end } = card.mark.span
      return { ...card, mark: { ...card.mark, drift, span: span(start + 1, end + 1) } }
    })
  expect(cardsNear(moved('none'), { start: 0, end: 760 }, there, null)).toBe(there)
  const changed = cardsNear(moved('words'), { start: 0, end: 760 }, there, null)
  const typed = cardsNear(moved('words'), { start: 0, end: 760 }, changed, null)
  expect(typed).not.toBe(changed)
})

test('a mark that is gone has no card, and one that was changed has its new one', () => {
  const cards = column(20)
  const there = cardsNear(cards, { start: 0, end: 760 }, [], null)
  const changed = cards.slice(1).map((card) => ({ ...card, mark: { ...card.mark, note: 'Checked.' } }))
  const next = cardsNear(changed, { start: 0, end: 760 }, there, null)
  expect(numbers(next)).toEqual(numbers(there).slice(1))
  expect(next.every(({ note }) => note === 'Checked.')).toBe(true)
})
