import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CardPlace, packCards } from '../../../../renderer/ui/cards/pack-cards.ts'

const card = (top: number, height: number, fixed = false): CardPlace => ({ top, height, fixed })

const cases: readonly (readonly [string, readonly CardPlace[], readonly number[]])[] = [
  ['no cards take no room', [], []],
  ['cards with room stand level with their marks', [card(0, 40), card(100, 40)], [0, 100]],
  ['two on one line share the way', [card(100, 40), card(100, 40)], [75, 125]],
  ['the active one stays, the one above goes up', [card(100, 40), card(100, 40, true)], [50, 100]],
  ['the active one stays, the one below goes down', [card(100, 40, true), card(100, 40)], [100, 150]],
  ['a crowd does not push a far card', [card(0, 40), card(0, 40), card(400, 40)], [-25, 25, 400]],
]

test.each(cases)('%s', (_, cards, tops) => {
  expect(packCards(cards, 10, -1000)).toEqual(tops)
})

test('no card goes above the beginning of the text, unless it makes room for the active one', () => {
  expect(packCards([card(0, 40), card(0, 40), card(300, 40)], 10, 5)).toEqual([5, 55, 300])
  expect(packCards([card(0, 40), card(0, 40, true), card(300, 40)], 10, 5)).toEqual([-50, 0, 300])
})

const someCards = fc
  .array(fc.record({ top: fc.integer({ min: 0, max: 2000 }), height: fc.integer({ min: 20, max: 300 }) }), {
    maxLength: 40,
  })
  .map((cards) => cards.toSorted((a, b) => a.top - b.top))

test('cards never overlap and the active one never moves', () => {
  fc.assert(
    fc.property(someCards, fc.nat(), (plain, pick) => {
      const cards = plain.map((one, i) => card(one.top, one.height, i === pick % plain.length))
      const tops = packCards(cards, 8, -1e5)
      const gaps = tops.slice(1).map((top, i) => top - (tops[i] ?? 0) - (cards[i]?.height ?? 0))
      // Both ends are rounded to whole pixels, so a gap may lose one.
      expect(Math.min(8, ...gaps)).toBeGreaterThanOrEqual(7)
      for (const [i, one] of cards.entries())
        if (one.fixed) expect(Math.abs((tops[i] ?? 0) - one.top)).toBe(0)
    }),
  )
})
