import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { insideQuotation, quotationAt } from '../../../shared/story/quotations.ts'
import { pairQuotations } from '../../../shared/story/quote-marks.ts'
import { readStory } from '../../../shared/story/read-story.ts'
import { span, textOffset } from '../../../shared/units.ts'
import { quotationCases } from './quotation-cases.ts'
import { quotationOf } from './segments.ts'

describe('the quotation at a caret', () => {
  it.each(quotationCases)('$why: $text', ({ text, offset, quotation }) => {
    expect(quotationOf(text, offset)).toBe(quotation)
  })

  it('are at least twenty-five cases, each with its own name', () => {
    expect(quotationCases.length).toBeGreaterThanOrEqual(25)
    expect(new Set(quotationCases.map(({ why }) => why)).size).toBe(quotationCases.length)
  })

  it('is looked for in its own block only', () => {
    const story = readStory('a.txt', 'The bore is open.\n\n“Drive slowly,” said Lind.')
    expect(quotationAt(story, textOffset(4))).toBeNull()
    expect(quotationAt(story, textOffset(25))).toEqual(span(19, 34))
    expect(quotationAt(readStory('a.txt', '\n'), textOffset(0))).toBeNull()
  })
})

describe('the words inside a quotation', () => {
  it.each([
    ['“We were lucky,”', 'We were lucky,'],
    ['"Ask the ice."', 'Ask the ice.'],
    ['« Nous avons eu de la chance »', 'Nous avons eu de la chance'],
    ['„Wir hatten Glück“', 'Wir hatten Glück'],
    ['»Spørg isen«', 'Spørg isen'],
    ['「潮に恵まれた。」', '潮に恵まれた。'],
    ['״היה לנו מזל״', 'היה לנו מזל'],
    ['“‘Power off.’”', '‘Power off.’'],
    ['“They hold.', 'They hold.'],
    ['They hold,”', 'They hold,'],
    ['“”', '“”'],
  ])('of %s', (text, expected) => {
    const inside = insideQuotation(text, span(0, text.length))
    expect(text.slice(inside.start, inside.end)).toBe(expected)
  })
})

describe('quotation marks of any text', () => {
  it('are paired so that quotations nest, lie in the text and come in order', () => {
    const piece = fc.constantFrom(
      ...[
        '“',
        '”',
        '"',
        "'",
        '’',
        '‘',
        '«',
        '»',
        '‹',
        '›',
        '「',
        '」',
        '『',
        '』',
        '״',
        '„',
        '‚',
        '〝',
        '〟',
      ],
      ...['a', 's', ' ', ' ', '. ', ', ', 'ד', 'ב', '隧', '(', ')', '—', '5', '\n'],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        const found = pairQuotations(text)
        found.forEach((one, index) => {
          expect(one.start).toBeGreaterThanOrEqual(0)
          expect(one.end).toBeGreaterThan(one.start)
          expect(one.end).toBeLessThanOrEqual(text.length)
          for (const other of found.slice(index + 1)) {
            expect(other.start).toBeGreaterThanOrEqual(one.start)
            expect(other.start >= one.end || other.end <= one.end).toBe(true)
          }
        })
      }),
      { numRuns: 2000 },
    )
  })

  it('in 1 MB of one block are paired in a time that fits its length', () => {
    const before = process.cpuUsage()
    expect(pairQuotations('“We ‘were’ “lucky with "it. '.repeat(40_000)).length).toBeGreaterThan(30_000)
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(4)
  })
})
