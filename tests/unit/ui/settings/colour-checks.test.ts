import { describe, expect, test } from 'vitest'
import { colourChecks, isKept } from '../../../../renderer/ui/settings/colour-checks.ts'
import { sides } from '../../../../shared/colour/paper.ts'
import { builtInTags, type Tag } from '../../../../shared/tags.ts'

const [fact, ...others] = builtInTags as readonly [Tag, ...Tag[]]
const check = (tag: Tag, id: string, among: readonly Tag[] = others) => {
  const found = colourChecks(tag, among, 'light').find((one) => one.id === id)
  if (found === undefined) throw new Error(`no check ${id}`)
  return found
}

describe('the colours that come with Galley', () => {
  test.each(sides)('pass every check on %s paper', (side) => {
    for (const tag of builtInTags) {
      const among = builtInTags.filter((one) => one !== tag)
      expect(colourChecks(tag, among, side).filter(({ ok }) => !ok)).toEqual([])
      expect(isKept(tag, side)).toBe(true)
    }
  })
})

describe('a colour that is too pale for light paper', () => {
  const pale: Tag = { ...fact, light: '#c9d8e2' }

  test('is said to be too low, with what is needed', () => {
    expect(check(pale, 'line')).toMatchObject({
      ok: false,
      figure: '1.4 : 1',
      sentence: 'Too low: 3 : 1 is needed.',
    })
    expect(check(pale, 'text').ok).toBe(true)
  })

  test('is not kept; on the other paper it may be', () => {
    expect(isKept(pale, 'light')).toBe(false)
    expect(isKept(pale, 'dark')).toBe(true)
  })
})

test('what is no colour is not kept', () => {
  expect(isKept({ ...fact, light: '#0b6b' }, 'light')).toBe(false)
})

describe('told apart', () => {
  const twin: Tag = { ...fact, id: 'twin' as Tag['id'], label: 'Twin', light: '#0c6cb2' }

  test('a tag with the same line and nearly the same colour is too close for everyone', () => {
    expect(check(fact, 'tritanopia', [twin])).toMatchObject({
      ok: false,
      figure: 'ΔE 0',
      sentence: 'Too close to “Twin”, which has the same line: ΔE 15 is needed, or another line.',
    })
  })

  test('the same colour with another line is enough', () => {
    expect(check(fact, 'deuteranopia', [{ ...twin, line: 'dotted' }])).toMatchObject({
      ok: true,
      sentence: 'Nearest is “Twin”; its line is drawn differently.',
    })
  })

  test('of several with the same line the nearest counts', () => {
    const far: Tag = { ...twin, id: 'far' as Tag['id'], label: 'Far', light: '#8a6d00' }
    expect(check(fact, 'protanopia', [far, twin]).sentence).toContain('“Twin”')
    expect(check(fact, 'protanopia', [far])).toMatchObject({
      ok: true,
      sentence: 'Apart from “Far”, the nearest with the same line.',
    })
  })

  test('both are drawn as that person sees them', () => {
    const { seen } = check(fact, 'deuteranopia', [twin])
    expect(seen).toHaveLength(2)
    expect(seen[0]).not.toBe(fact.light)
  })

  test('a tag alone is not compared', () => {
    expect(colourChecks(fact, [], 'light').map(({ id }) => id)).toEqual(['line', 'text'])
  })
})
