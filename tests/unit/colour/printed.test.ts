import { describe, expect, test } from 'vitest'
import { LINE_CONTRAST, TEXT_CONTRAST } from '../../../shared/colour/contrast.ts'
import { papers, plainPapers, sides } from '../../../shared/colour/paper.ts'
import { APART, type ContrastTable, isApart, tagContrast } from '../../../shared/colour/tag-contrast.ts'
import { visions } from '../../../shared/colour/vision.ts'
import { tagLooks } from '../../../shared/tags/looks.ts'
import { builtInTags, type Tag } from '../../../shared/tags.ts'
import type { TagId } from '../../../shared/units.ts'

// The nine looks, the first four under the names of the built-in tags, which have them.
const tags = tagLooks.map((look, index): Tag => {
  const id = builtInTags[index]?.shortLabel ?? `Look ${index + 1}`
  const words = { id: id as TagId, label: id, shortLabel: id, description: '', key: String(index + 1) }
  return { ...words, ...look, fields: [] }
})

/** All figures of one paper as a block of text: what it is about, then a line for each tag and each near pair. */
function inWords(name: string, { tags: single, overlaps, pairs }: ContrastTable): string {
  const row = (first: string, ...cells: readonly (number | string)[]) =>
    [
      `  ${first.padEnd(28)}`,
      ...cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(1) : cell).padStart(10)),
    ].join('')
  const least = (part: 'line' | 'text' | 'active', tag: Tag, depth: number) =>
    Math.min(
      ...overlaps
        .filter((one) => one.tags.length === depth && one.tags.includes(tag))
        .map((one) => one[part]),
    )
  const near = pairs.filter(({ otherLine }) => !otherLine)
  return [
    `${name}: contrast`,
    row('', 'line', 'on tint', 'line two', 'line three', 'text', 'active', 'text two', 'text three'),
    ...single.map(({ tag, line, lineOnTint, text, active }) =>
      row(
        `${tag.label}, ${tag.line}`,
        line,
        lineOnTint,
        least('line', tag, 2),
        least('line', tag, 3),
        text,
        Math.min(active, least('active', tag, 2), least('active', tag, 3)),
        least('text', tag, 2),
        least('text', tag, 3),
      ),
    ),
    `${name}: difference (CIEDE2000) of the ${near.length} pairs that share a line style; the other ${pairs.length - near.length} differ by line`,
    row('', ...visions.map((vision) => vision.slice(0, 9))),
    ...near.map(({ pair, differ }) =>
      row(pair.map(({ label }) => label).join(' and '), ...visions.map((vision) => differ[vision])),
    ),
  ].join('\n')
}

const all = { usual: papers, more: plainPapers } as const
const tables = Object.entries(all).flatMap(([contrast, two]) =>
  sides.map((side) => ({
    name: `${side} paper, ${contrast} contrast`,
    table: tagContrast(tags, side, two[side]),
  })),
)

describe.each(tables)('on $name', ({ table }) => {
  test('lines are seen, alone and where two or three marks overlap', () => {
    expect(table.overlaps).toHaveLength(9 ** 2 + 9 ** 3)
    const lines = [table.tags, table.overlaps].flatMap((figures) => figures.map(({ line }) => line))
    expect(Math.min(...lines, ...table.tags.map(({ lineOnTint }) => lineOnTint))).toBeGreaterThanOrEqual(
      LINE_CONTRAST,
    )
  })

  test('words can be read on tints, alone, over one another and active', () => {
    const texts = [table.tags, table.overlaps].flatMap((figures) =>
      figures.flatMap(({ text, active }) => [text, active]),
    )
    expect(Math.min(...texts)).toBeGreaterThanOrEqual(TEXT_CONTRAST)
  })

  test(`each pair differs by line style, or by ${APART} however a person sees`, () => {
    expect(table.pairs).toHaveLength(36)
    expect(table.pairs.filter((pair) => !isApart(pair))).toEqual([])
  })
})

test('the figures, for the record', () => {
  const words = tables.map(({ name, table }) => inWords(name, table)).join('\n')
  expect(words).not.toMatch(/NaN|Infinity/)
  console.log(words)
})
