import { expect, test } from 'vitest'
import { anchorOf } from '../../../../renderer/ui/cards/card-anchor.ts'
import type { AnnotationId } from '../../../../shared/units.ts'

const id = (name: string) => name as AnnotationId
const places = [
  { id: id('a'), top: 100 },
  { id: id('b'), top: 500 },
  { id: id('c'), top: 900 },
]
type Case = readonly [
  why: string,
  from: number,
  active: string | null,
  before: string | null,
  anchor: string | null,
]

const cases: readonly Case[] = [
  ['the active one in sight', 0, 'b', 'a', 'b'],
  ['the one before, when none is active', 0, null, 'b', 'b'],
  ['none at the beginning of the text', 0, null, null, null],
  ['the first in sight further down', 300, null, null, 'b'],
  ['the first in sight, when the active one was scrolled away', 300, 'a', 'a', 'b'],
  ['the last one after all of them', 2000, null, null, 'c'],
]

test.each(cases)('level with its mark: %s', (_, from, active, before, anchor) => {
  const seen = { from, to: from + 550 }
  const last = places.find((place) => place.id === before) ?? null
  const now = active === null ? null : id(active)
  expect(anchorOf(places, seen, now, last)?.id ?? null).toBe(anchor)
})

test('level with its mark: the neighbour of the one that was deleted', () => {
  expect(anchorOf(places, { from: 0, to: 1000 }, null, { id: id('gone'), top: 600 })?.id).toBe('b')
})
