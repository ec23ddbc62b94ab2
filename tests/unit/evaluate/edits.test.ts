import { describe, expect, it } from 'vitest'
import { makeTrial, measure } from '../../evaluate/edits-measure.ts'
import { arabic, chinese } from '../../evaluate/made-other-prose.ts'
import { english } from '../../evaluate/made-prose.ts'

describe('a made trial', () => {
  it('is the same for the same seed', () => {
    const [one, again, other] = [4, 4, 5].map((seed) => makeTrial(english, 300, 20, 0.05, seed))
    expect(again?.edited.story.text).toBe(one?.edited.story.text)
    expect(other?.edited.story.text).not.toBe(one?.edited.story.text)
  })

  it('marks whole words of its story', () => {
    const { made, marks } = makeTrial(english, 300, 20, 0.05, 4)
    expect(marks).toHaveLength(20)
    for (const { first, last, start, end } of marks) {
      expect(start).toBe(made.words[first]?.start)
      expect(end).toBeGreaterThanOrEqual(made.words[last]?.end ?? Number.POSITIVE_INFINITY)
      expect(made.text.slice(start, end)).not.toContain('\n\n')
    }
  })

  it('knows where the words of a mark went, also from a paragraph that moved', () => {
    const { made, marks, edited } = makeTrial(english, 2_000, 100, 0, 4)
    const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
    const alive = marks.filter((mark) => edited.truthOf(mark).place !== null)
    expect(alive.length).toBeGreaterThan(80)
    for (const mark of alive) {
      const { start, end } = edited.truthOf(mark).place ?? { start: 0, end: 0 }
      const kept = plain(edited.story.text.slice(start, end)).split(' ')
      const was = plain(made.text.slice(mark.start, mark.end)).split(' ')
      expect(was).toEqual(expect.arrayContaining(kept))
    }
  })

  it('loses some marks altogether', () => {
    const { marks, edited } = makeTrial(english, 300, 20, 0.2, 4)
    expect(marks.some((mark) => edited.truthOf(mark).place === null)).toBe(true)
  })
})

describe('anchoring in edited stories', () => {
  for (const prose of [english, arabic, chinese]) {
    for (const withOldText of [true, false]) {
      it(`${prose.name}, ${withOldText ? 'with the old text' : 'from selectors alone'}: nothing wrong or silent`, () => {
        const tally = measure(makeTrial(prose, 300, 20, 0.05, 4), withOldText)
        expect(tally.surviving + tally.deleted).toBe(20)
        expect(tally).toMatchObject({ wrong: 0, silent: 0 })
        expect(tally.exact + tally.orphans).toBeGreaterThan(0)
        expect(tally.exact).toBeLessThanOrEqual(tally.close)
      })
    }
  }
})
