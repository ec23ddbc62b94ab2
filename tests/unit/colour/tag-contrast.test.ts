import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { papers, plainPapers, sides } from '../../../shared/colour/paper.ts'
import {
  isApart,
  isLineClear,
  isTextClear,
  pairFigures,
  tagContrast,
} from '../../../shared/colour/tag-contrast.ts'
import { builtInTags, type Tag } from '../../../shared/tags.ts'

const built = (id: string): Tag => {
  const tag = builtInTags.find((one) => one.id === id)
  if (tag === undefined) throw new Error(`no tag ${id}`)
  return tag
}

describe.each([
  ['usual', papers],
  ['more', plainPapers],
] as const)('contrast %s', (_, all) => {
  describe.each(sides)('on %s paper', (side) => {
    const table = tagContrast(builtInTags, side, all[side])

    test.each(table.tags)('$tag.label: line, and text on its tint', ({ line, lineOnTint, text, active }) => {
      expect(isLineClear(line)).toBe(true)
      expect(isLineClear(lineOnTint)).toBe(true)
      expect(isTextClear(text)).toBe(true)
      expect(isTextClear(active)).toBe(true)
    })

    test('overlaps of two and three keep lines and text clear', () => {
      expect(table.overlaps).toHaveLength(4 ** 2 + 4 ** 3)
      const dim = table.overlaps.filter(
        ({ line, text, active }) => !isLineClear(line) || !isTextClear(text) || !isTextClear(active),
      )
      expect(dim).toEqual([])
    })

    test('every pair can be told apart by everybody', () => {
      expect(table.pairs).toHaveLength(6)
      for (const pair of table.pairs) expect(isApart(pair)).toBe(true)
    })
  })
})

describe('two tags', () => {
  const fact = built('fact')

  test('of one line and nearly one colour are not apart', () => {
    const twin: Tag = { ...fact, id: 'twin' as Tag['id'], light: '#0b6bb4' }
    expect(isApart(pairFigures(fact, twin, 'light'))).toBe(false)
    expect(isApart(pairFigures(fact, { ...twin, line: 'dotted' }, 'light'))).toBe(true)
  })

  test('of one line, red and green, are apart only for those who see both', () => {
    const red: Tag = { ...fact, light: '#b03a2e' }
    const green: Tag = { ...fact, id: 'green' as Tag['id'], light: '#6b6b00' }
    const figures = pairFigures(red, green, 'light')
    expect(figures.differ.usual).toBeGreaterThan(15)
    expect(figures.differ.deuteranopia).toBeLessThan(15)
    expect(isApart(figures)).toBe(false)
  })
})

describe('tokens.css has the numbers that are reckoned with:', () => {
  const css = readFileSync('renderer/styles/tokens.css', 'utf8')
  const plain = css.slice(css.indexOf('[data-contrast="more"]'))
  const percent = (part: number) => `${Math.round(part * 100)}%`

  test.each([
    ['usual', css, papers],
    ['more contrast', plain, plainPapers],
  ] as const)('colours, %s', (_, text, { light, dark }) => {
    for (const name of ['paper', 'card', 'ink'] as const) {
      const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(text)
      expect(found?.slice(1)).toEqual([light[name], dark[name]])
    }
  })

  test('tints', () => {
    for (const { tints, strong } of [papers.light, papers.dark]) {
      const [first, second, third] = tints
      const line = (name: string, value: number) => `--${name}: ${percent(value)};`
      const lines = [line('tint', first), line('tint-second', second), line('tint-third', third)]
      expect(css).toMatch(new RegExp(lines.join('\\s+')))
      expect(css).toContain(line('tint-strong', strong))
    }
  })
})
