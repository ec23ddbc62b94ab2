import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { span } from '../../../shared/units.ts'
import { type AnchoringCase, readCases } from '../../evaluate/cases.ts'
import { fold } from '../../evaluate/fold.ts'
import { inCodePoints, judge } from '../../evaluate/verdict.ts'

const folder = path.resolve(import.meta.dirname, '../../evaluate/cases')
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
const cases = files.flatMap((name): readonly AnchoringCase[] => {
  const read = readCases(path.join(folder, name))
  if (!read.ok) throw new Error(read.error)
  return read.value
})

describe('the project’s own anchoring cases', () => {
  it('are many, and each has a name of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150)
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length)
  })

  it('expect places that lie in their texts, counted alike in units and in code points', () => {
    for (const { name, text, expected, expectedCodePoints, alsoAccept } of cases) {
      for (const place of [expected, ...alsoAccept]) {
        if (place !== null) expect(insideOf(text, place), name).toBe(true)
      }
      const points = expected === null ? null : inCodePoints(text, span(expected.start, expected.end))
      expect(expectedCodePoints, name).toEqual(points)
    }
  })

  it('say of the words expected what is true of them', () => {
    for (const { name, text, quote, expected, match } of cases) {
      const words = expected === null ? null : text.slice(expected.start, expected.end)
      expect(match, name).toBe(likeness(quote.exact, words))
    }
  })

  it('give positions of the old text where they give the old text', () => {
    for (const { name, oldText, quote, position, positionCodePoints } of cases) {
      if (typeof oldText !== 'string' || !position) continue
      expect(oldText.slice(position.start, position.end), name).toBe(quote.exact)
      expect(positionCodePoints, name).toEqual(inCodePoints(oldText, span(position.start, position.end)))
    }
  })
})

describe('anchoring', () => {
  for (const anchoring of cases) {
    it(`${anchoring.group}: ${anchoring.name}`, () => {
      expect(judge(anchoring)).toMatchObject({ verdict: 'pass' })
    })
  }
})

const insideOf = (text: string, { start, end }: { start: number; end: number }): boolean =>
  start >= 0 && start < end && end <= text.length

function likeness(quote: string, words: string | null): string {
  if (words === null) return 'none'
  if (words === quote) return 'exact'
  return fold(words) === fold(quote) ? 'normalized' : 'fuzzy'
}
