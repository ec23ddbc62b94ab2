import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snapToGraphemes } from '../../../shared/story/graphemes.ts'
import { readStory } from '../../../shared/story/read-story.ts'
import {
  countWords,
  nextWordBorder,
  previousWordBorder,
  wordAt,
  wordsIn,
} from '../../../shared/story/words.ts'
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
    ['in Chinese, by the dictionary', '隧道关闭了', 1, '隧道'],
    ['in Chinese, behind a sign', '早上，隧道关闭了。', 4, '隧道'],
    ['in Japanese', 'トンネルは閉鎖された。', 2, 'トンネル'],
    ['in Japanese, with a long vowel', '港湾センターの記録', 3, 'センター'],
    ['in Korean', '터널이 열렸다.', 1, '터널이'],
    ['in Arabic, with what is written together', 'وقال المسؤول إن', 1, 'وقال'],
    ['in Arabic, with vowel signs', 'يهمّ الأمر', 1, 'يهمّ'],
    ['in Hebrew, an abbreviation', 'אמרה ד״ר לינד', 6, 'ד״ר'],
    ['in a contraction', 'They don’t know', 7, 'don’t'],
    ['with an accent of its own', 'Jose\u0301 came', 5, 'Jose\u0301'],
    ['of two words with a hyphen', 'a flood-prone quay', 4, 'flood-prone'],
    ['in thousands', 'about 40,000 cubic metres', 9, '40,000'],
    ['in money', 'cost $1.5 million', 6, '1.5'],
    ['in a time', 'between 2:04 and 2:58', 9, '2'],
    ['in initials, the last point too', 'the U.S. Senate', 6, 'U.S.'],
    ['in a time of day, the last point too', 'at 5 a.m. on Friday', 6, 'a.m.'],
    ['at the end of a sentence without its point', 'the mayor.', 6, 'mayor'],
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

describe('the words of a part', () => {
  it.each([
    ['The U.S. paid 40,000, didn’t it?', ['The', 'U.S.', 'paid', '40,000', 'didn’t', 'it']],
    ['隧道周五开放。', ['隧道', '周五', '开放']],
    ['– 🏮 …', []],
    ['وقال: «نعم».', ['وقال', 'نعم']],
  ])('of %j', (text, expected) => {
    const whole = { start: textOffset(0), end: textOffset(text.length) }
    expect([...wordsIn(text, whole)].map(({ start, end }) => text.slice(start, end))).toEqual(expected)
  })

  it('are cut where the part ends', () => {
    expect([...wordsIn('The mayor resigned', span(4, 12))]).toEqual([span(4, 9), span(10, 12)])
    expect([...wordsIn('The mayor', { start: textOffset(4), end: textOffset(4) })]).toEqual([])
  })
})

describe('stepping by word', () => {
  // Word borders: 0 The 3, 5 mayor 10, 12 left 16.
  const text = 'The (mayor) left.  '

  it.each([
    ['to the next end', nextWordBorder, 3, 'end', 10],
    ['to the next end, from inside a word', nextWordBorder, 6, 'end', 10],
    ['to the next start', nextWordBorder, 0, 'start', 5],
    ['nowhere behind the last end', nextWordBorder, 16, 'end', 16],
    ['nowhere behind the last start', nextWordBorder, 12, 'start', 12],
    ['to the start before', previousWordBorder, 12, 'start', 5],
    ['to the start before, from inside a word', previousWordBorder, 7, 'start', 5],
    ['to the end before', previousWordBorder, 16, 'end', 10],
    ['to the end before, from the end of the text', previousWordBorder, 19, 'end', 16],
    ['nowhere before the first start', previousWordBorder, 0, 'start', 0],
    ['nowhere before the first end', previousWordBorder, 3, 'end', 3],
  ] as const)('goes %s', (_, step, from, side, expected) => {
    expect(step(text, textOffset(from), side)).toBe(expected)
  })

  it('goes over a long stretch without words, and by ends and starts by default', () => {
    const far = `a${' '.repeat(5000)}b`
    expect(nextWordBorder(far, textOffset(1))).toBe(far.length)
    expect(previousWordBorder(far, textOffset(far.length - 1))).toBe(0)
  })

  it('passes the same borders in both directions', () => {
    const piece = fc.constantFrom(
      'mayor',
      'U.S.',
      ' ',
      '  ',
      '\n',
      '40,000',
      '隧道',
      '。',
      '😀',
      '(',
      'e\u0301',
      'x'.repeat(150),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.constantFrom('start', 'end'), (pieces, side) => {
        const made = pieces.join(' ')
        const whole = { start: textOffset(0), end: textOffset(made.length) }
        const borders = [...wordsIn(made, whole)].map((word) => word[side])
        const right: number[] = []
        for (let at = textOffset(0); ; ) {
          const next = nextWordBorder(made, at, side)
          if (next === at) break
          right.push(next)
          at = next
        }
        expect(right).toEqual(borders.filter((border) => border > 0))
        const left: number[] = []
        for (let at = textOffset(made.length); ; ) {
          const before = previousWordBorder(made, at, side)
          if (before === at) break
          left.unshift(before)
          at = before
        }
        expect(left).toEqual(borders.filter((border) => border < made.length))
      }),
      { numRuns: 300 },
    )
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
      ...[
        '\ud800',
        '\udc00',
        '隧',
        'ا',
        'ש',
        '\u05b0',
        '\u0600',
        'é',
        '👩🏽',
        '\0',
        '\u200b',
        '“',
        '—',
        '。',
      ],
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
