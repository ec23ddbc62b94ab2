import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snapToGraphemes } from '../../../shared/story/graphemes.ts'
import { readStory } from '../../../shared/story/read-story.ts'
import { countWords, wordAt } from '../../../shared/story/words.ts'
import { span, textOffset } from '../../../shared/units.ts'

describe('words', () => {
  it.each([
    ['The mayor said so.', 4],
    ["Don't stop the nine-month-old tunnel’s works", 6],
    ['The U.S. paid 3.5 million, or 1,000,000.', 7],
    ['– … ! 😀 * * *', 0],
    ['', 0],
    ['one,two', 2],
    ['النفق مغلق منذ الجمعة', 4],
    ['ד״ר כהן בא', 3],
    ['隧道关闭了', 5],
    ['トンネル2026', 5],
    ['터널이 닫혔다', 2],
    ['می‌شود', 1],
    ['e\u0301te\u0301 2026', 2],
    ['-30-', 1],
  ])('in %j are %i', (text, expected) => {
    expect(countWords(readStory('a.txt', text))).toBe(expected)
  })

  it.each([
    ['inside', 'The mayor said', 6, 'mayor'],
    ['at its start', 'The mayor said', 4, 'mayor'],
    ['at its end', 'The mayor said', 9, 'mayor'],
    ['between two blanks', 'The  mayor', 4, null],
    ['before a sign', '(mayor)', 0, null],
    ['behind a sign', '(mayor)', 1, 'mayor'],
    ['in a compound', 'a nine-month-old tunnel', 8, 'nine-month-old'],
    ['in a number', 'about 1,000.5 cars', 8, '1,000.5'],
    ['at the end of the text', 'The mayor', 9, 'mayor'],
    ['in an empty text', '', 0, null],
    ['in Chinese', '隧道', 1, '道'],
    ['on an emoji', 'a 😀 b', 3, null],
    ['in a very long run', 'x'.repeat(1000), 500, 'x'.repeat(400)],
  ])('are found %s', (_, text, offset, expected) => {
    const found = wordAt(text, textOffset(offset))
    expect(found === null ? null : text.slice(found.start, found.end)).toBe(expected)
  })

  it('of Thai are those of the dictionary', () => {
    expect(countWords(readStory('a.txt', 'อุโมงค์ปิดแล้ว'))).toBeGreaterThan(1)
    expect(wordAt('อุโมงค์ปิดแล้ว', textOffset(0))?.end).toBeLessThan('อุโมงค์ปิดแล้ว'.length)
  })
})

describe('growing to whole characters', () => {
  it.each([
    ['half an emoji', 'a😀b', 1, 2, '😀'],
    ['part of a family', 'a👨‍👩‍👧‍👦b', 3, 5, '👨‍👩‍👧‍👦'],
    ['a letter without its accent', 'cafe\u0301 x', 0, 4, 'cafe\u0301'],
    ['an accent alone', 'cafe\u0301 x', 4, 5, 'e\u0301'],
    ['half a flag', '🇫🇷🇩🇪', 0, 2, '🇫🇷'],
    ['the second flag, its second half', '🇫🇷🇩🇪', 6, 8, '🇩🇪'],
    ['a keycap digit', 'a 1\ufe0f\u20e3 b', 2, 3, '1\ufe0f\u20e3'],
    ['half a line end of DOS', 'a\r\nb', 1, 2, '\r\n'],
    ['whole words', 'The mayor said', 4, 9, 'mayor'],
    ['everything', 'a😀', 0, 3, 'a😀'],
  ])('takes in %s', (_, text, start, end, expected) => {
    const grown = snapToGraphemes(text, span(start, end))
    expect(text.slice(grown.start, grown.end)).toBe(expected)
  })

  it('agrees with the segmentation of the whole text', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        ' ',
        '\n',
        '\r',
        'e\u0301',
        '\u0301',
        '😀',
        '\u200d',
        '🇫',
        '🇷',
        '1\ufe0f\u20e3',
        '한',
        'ᄒ',
        'ᅡ',
        'ᆫ',
        'क',
        '्',
        'ष',
      ],
      ...['\ud800', '\udc00', '隧', 'ا', 'ש', '\u05b0', '\u0600', 'é', '👩🏽', '\0', '\u200b'],
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (pieces, a, b) => {
        const text = pieces.join('')
        const start = a % text.length
        const end = start + 1 + (b % (text.length - start))
        const borders = [...new Intl.Segmenter('und').segment(text)].map(({ index }) => index)
        const before = borders.findLast((border) => border <= start)
        const after = [...borders, text.length].find((border) => border >= end)
        expect(snapToGraphemes(text, span(start, end))).toEqual({ start: before, end: after })
      }),
      { numRuns: 3000 },
    )
  })
})
