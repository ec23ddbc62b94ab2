import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodePointIndex } from '../../../shared/story/code-points.ts'
import { codePoint, textOffset } from '../../../shared/units.ts'

/** Strings with astral characters, accents, lone surrogates and line ends. */
const anyText = fc
  .string({ unit: 'binary' })
  .chain((text) =>
    fc
      .array(fc.constantFrom('😀', '\ud83d', '\ude00', 'a', 'é', '\n', '👩‍🚒'), { maxLength: 20 })
      .map((pieces) => text + pieces.join('')),
  )

/** Starts of all code points, by the language's own walk. */
function walk(text: string): number[] {
  const starts: number[] = []
  let at = 0
  for (const point of text) {
    starts.push(at)
    at += point.length
  }
  return [...starts, at]
}

describe('the code point index', () => {
  it('agrees with a walk over the text in both directions', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const index = new CodePointIndex(text)
        const starts = walk(text)
        expect(index.length).toBe(starts.length - 1)
        expect(starts.map((_, point) => index.toTextOffset(codePoint(point)))).toEqual(starts)
        expect(starts.map((start) => index.toCodePoint(textOffset(start)))).toEqual(starts.map((_, i) => i))
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['inside a pair, the start of the pair', 'a😀b', 2, 1],
    ['at a pair, the pair', 'a😀b', 1, 1],
    ['after a pair, one more', 'a😀b', 3, 2],
    ['at the end, the length', 'a😀b', 4, 3],
    ['after a lone high surrogate, one more', '\ud83da', 1, 1],
    ['after a lone low surrogate, one more', '\ude00a', 1, 1],
    ['between two halves the wrong way round, one more', '\ude00\ud83d', 1, 1],
    ['in an empty text, 0', '', 0, 0],
  ])('gives %s', (_, text, offset, expected) => {
    expect(new CodePointIndex(text).toCodePoint(textOffset(offset))).toBe(expected)
  })

  it('refuses offsets outside the text', () => {
    const index = new CodePointIndex('a😀')
    expect(() => index.toCodePoint(textOffset(4))).toThrow(RangeError)
    expect(() => index.toTextOffset(codePoint(3))).toThrow(RangeError)
    expect(index.toTextOffset(codePoint(2))).toBe(3)
  })

  it('takes 750 kB with a pair at every second place without a walk per question', () => {
    const text = 'a😀'.repeat(250_000)
    const index = new CodePointIndex(text)
    const questions = Array.from({ length: 10_000 }, (_, i) => i * 50)
    expect(questions.map((point) => index.toTextOffset(codePoint(point)))).toEqual(
      questions.map((point) => point + Math.floor(point / 2)),
    )
  })

  const material = path.resolve(
    import.meta.dirname,
    '../../../../shared/material/unicode-offsets/offsets.json',
  )
  it('agrees with the measured offsets where the material is there', () => {
    for (const { text, utf16, codePoints } of readCases(material)) {
      const index = new CodePointIndex(text)
      expect({
        start: index.toCodePoint(textOffset(utf16.start)),
        end: index.toCodePoint(textOffset(utf16.end)),
        length: index.length,
      }).toEqual(codePoints)
    }
  })
})

interface Offsets {
  readonly start: number
  readonly end: number
  readonly length: number
}

interface Case {
  readonly text: string
  readonly utf16: Offsets
  readonly codePoints: Offsets
}

const own: Case = {
  text: 'The 👩‍🚒 came.',
  utf16: { start: 4, end: 9, length: 15 },
  codePoints: { start: 4, end: 7, length: 13 },
}

function readCases(file: string): readonly Case[] {
  try {
    const { cases }: { cases: readonly Case[] } = JSON.parse(readFileSync(file, 'utf8'))
    return [own, ...cases]
  } catch {
    return [own]
  }
}
