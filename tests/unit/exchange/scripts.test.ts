import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Direction, stretchesOf } from '../../../electron/exchange/word/scripts.ts'
import { anyText } from '../../helpers/annotation-arbitraries.ts'

const fixtures = path.resolve(import.meta.dirname, '../../../fixtures')
/** `ltr:words` and `rtl:words`; pictographs in brackets. */
const cut = (line: string, base: Direction): readonly string[] =>
  stretchesOf(line, base).map(({ start, end, direction, isEmoji }) => {
    const words = line.slice(start, end)
    return `${direction}:${isEmoji ? `[${words}]` : words}`
  })

describe('the stretches of a line', () => {
  it.each<[string, Direction, readonly string[]]>([
    ['The mayor resigned.', 'ltr', ['ltr:The mayor resigned.']],
    ['', 'rtl', []],
    ['40 سفينة', 'rtl', ['rtl:40 سفينة']],
    ['نظام «TideDesk 3».', 'rtl', ['rtl:نظام «', 'ltr:TideDesk 3', 'rtl:».']],
    ['He said שלום 3, then left.', 'ltr', ['ltr:He said ', 'rtl:שלום 3', 'ltr:, then left.']],
    ['a שָׁ b', 'ltr', ['ltr:a ', 'rtl:שָׁ', 'ltr: b']],
    ['x ٢٠٢٦ y', 'ltr', ['ltr:x ', 'rtl:٢٠٢٦', 'ltr: y']],
    ['Lights 🚦👩‍🚒 on', 'ltr', ['ltr:Lights ', 'ltr:[🚦👩‍🚒]', 'ltr: on']],
    ['نعم 👍🏽', 'rtl', ['rtl:نعم ', 'rtl:[👍🏽]']],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿 and ❤️ but 1️⃣', 'ltr', ['ltr:[🏴󠁧󠁢󠁥󠁮󠁧󠁿]', 'ltr: and ', 'ltr:[❤️]', 'ltr: but 1️⃣']],
  ])('of %j (%s)', (line, base, expected) => {
    expect(cut(line, base)).toEqual(expected)
  })

  it('cover any line without gaps', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom<Direction>('ltr', 'rtl'), (line, base) => {
        const stretches = stretchesOf(line, base)
        expect(stretches.map(({ start, end }) => line.slice(start, end)).join('')).toBe(line)
        expect(stretches.every(({ start, end }) => start < end)).toBe(true)
      }),
    )
  })

  it('never cut what a reader takes for one character', () => {
    const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
    for (const name of ['repeats-and-emoji.txt', 'old-bridge.he.txt', 'port-talks.ar.txt']) {
      for (const line of readFileSync(path.join(fixtures, name), 'utf8').split('\n')) {
        const borders = new Set([...segmenter.segment(line)].map(({ index }) => index))
        const starts = stretchesOf(line, 'ltr').map(({ start }) => start)
        expect(
          starts.filter((start) => !borders.has(start)),
          line,
        ).toEqual([])
      }
    }
  })
})
