import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stripBins } from '../../../renderer/ui/strip-bins.ts'
import type { PlacedAnnotation } from '../../../shared/annotation/annotation.ts'
import { type AnnotationId, span, type TagId } from '../../../shared/units.ts'
import { anAnnotation } from '../../helpers/annotation.ts'

const mark = (tag: string, start: number, end: number): PlacedAnnotation => ({
  ...anAnnotation({ id: `urn:uuid:${tag}-${start}` as AnnotationId, tag: tag as TagId }),
  span: span(start, end),
})

const cases = [
  ['nothing is marked', [], []],
  ['a mark covers its part', [mark('fact', 200, 400)], ['fact 20–40']],
  [
    'the shortest of overlapping marks shows',
    [mark('fact', 0, 500), mark('attribution', 100, 200)],
    ['fact 0–10', 'attribution 10–20', 'fact 20–50'],
  ],
  ['one marked letter still shows', [mark('fact', 503, 504)], ['fact 50–51']],
  ['the last letter shows', [mark('fact', 999, 1000)], ['fact 99–100']],
  ['marks of one tag that touch are one run', [mark('fact', 0, 100), mark('fact', 100, 200)], ['fact 0–20']],
] as const

test.each(cases)('%s', (_, marks, runs) => {
  const found = stripBins(marks, 1000, 100)
  expect(found.map(({ tag, start, end }) => `${tag} ${start}–${end}`)).toEqual(runs)
})

test('a story without text has no strip', () => {
  expect(stripBins([], 0, 100)).toEqual([])
})

test('in every part the shortest mark over it shows, whatever the order', () => {
  const marks = fc.array(
    fc.record({ tag: fc.constantFrom('a', 'b', 'c'), start: fc.nat(120), size: fc.nat(30) }),
  )
  fc.assert(
    fc.property(marks, (all) => {
      const placed = all.map(({ tag, start, size }) => mark(tag, start, Math.min(128, start + 1 + size)))
      const runs = stripBins(placed, 128, 128)
      for (let bin = 0; bin < 128; bin++) {
        const over = placed.filter(({ span: { start, end } }) => start <= bin && bin < end)
        const least = Math.min(...over.map(({ span: { start, end } }) => end - start))
        const shortest = over.filter(({ span: { start, end } }) => end - start === least)
        const shown = runs.find(({ start, end }) => start <= bin && bin < end)?.tag
        expect(shown).toBe(shortest.at(-1)?.tag)
      }
    }),
  )
})
