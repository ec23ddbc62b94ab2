import { describe, expect, it } from 'vitest'
import { LINE_CONTRAST, TEXT_CONTRAST } from '../../../shared/colour/contrast.ts'
import { APART, tagContrast } from '../../../shared/colour/tag-contrast.ts'
import { tagLooks } from '../../../shared/tags/looks.ts'
import type { Tag } from '../../../shared/tags.ts'
import type { TagId } from '../../../shared/units.ts'

const tags = tagLooks.map(
  (look, index): Tag => ({
    ...look,
    id: `t${index}` as TagId,
    label: '',
    shortLabel: '',
    description: '',
    key: String(index + 1),
    fields: [],
  }),
)

describe('the looks of tags', () => {
  it('are nine, one for each key', () => {
    expect(tagLooks).toHaveLength(9)
  })

  describe.each(['light', 'dark'] as const)('on %s paper', (side) => {
    const figures = tagContrast(tags, side)

    it('stand out, and leave the text readable, also where three overlap', () => {
      expect(Math.min(...figures.tags.map(({ line }) => line))).toBeGreaterThanOrEqual(LINE_CONTRAST)
      expect(Math.min(...figures.overlaps.map(({ line }) => line))).toBeGreaterThanOrEqual(LINE_CONTRAST)
      const texts = figures.overlaps.flatMap(({ text, active }) => [text, active])
      expect(Math.min(...texts)).toBeGreaterThanOrEqual(TEXT_CONTRAST)
    })

    it('differ in line style, or stay apart for everybody', () => {
      const alike = figures.pairs.filter(({ otherLine }) => !otherLine)
      expect(alike).toHaveLength(6)
      for (const { pair, differ } of alike) {
        const least = Math.min(...Object.values(differ))
        expect(least, pair.map((tag) => tag[side]).join(' and ')).toBeGreaterThanOrEqual(APART)
      }
    })
  })
})
