import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { describeSpan } from '../../../shared/anchor/describe.ts'
import { CodePointIndex } from '../../../shared/story/code-points.ts'
import { codePoint, span } from '../../../shared/units.ts'
import { anyText } from '../../helpers/annotation-arbitraries.ts'
import { story } from '../../helpers/story.ts'

function described(source: string) {
  const marked = story(source)
  return describeSpan(marked.text, marked.span(), new CodePointIndex(marked.text))
}

describe('the description of a span', () => {
  it('gives the words, what stands around them, and code points', () => {
    expect(described('🚧 The <a>mayor<b> resigned')).toEqual({
      exact: 'mayor',
      prefix: '🚧 The ',
      suffix: ' resigned',
      start: codePoint(6),
      end: codePoint(11),
    })
  })

  const long = '0123456789'.repeat(4)
  test.each([
    ['32 units on each side', `${long}<a>x<b>${long}`, [long.slice(-32), long.slice(0, 32)]],
    [
      'more, rather than half a pair',
      `🚧${'.'.repeat(31)}<a>x<b>${'.'.repeat(31)}🚧!`,
      [`🚧${'.'.repeat(31)}`, `${'.'.repeat(31)}🚧`],
    ],
    [
      'more, rather than part of a family',
      `-👩‍👩‍👧‍👦${'.'.repeat(30)}<a>x<b>${'.'.repeat(30)}👩‍👩‍👧‍👦-`,
      [`👩‍👩‍👧‍👦${'.'.repeat(30)}`, `${'.'.repeat(30)}👩‍👩‍👧‍👦`],
    ],
    ['a flag whole, and not its neighbour', `🇫🇷🇩🇪${'.'.repeat(30)}<a>x<b>`, [`🇩🇪${'.'.repeat(30)}`, '']],
    ['nothing at the ends of the text', '<a>x<b>', ['', '']],
  ])('has %s as context', (_, source, expected) => {
    const { prefix, suffix } = described(source)
    expect([prefix, suffix]).toEqual(expected)
  })

  it('takes a whole pair for half of one', () => {
    const text = 'a🚧b🚧c'
    expect(describeSpan(text, span(2, 5), new CodePointIndex(text))).toEqual({
      exact: '🚧b🚧',
      prefix: 'a',
      suffix: 'c',
      start: codePoint(1),
      end: codePoint(4),
    })
  })

  it('can be joined to a piece of the text, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.nat(),
        (pieces, from, length) => {
          const text = `${pieces.join('')}.`
          const start = from % text.length
          const marked = span(start, start + 1 + (length % (text.length - start)))
          const { exact, prefix, suffix } = describeSpan(text, marked, new CodePointIndex(text))
          expect(text).toContain(prefix + exact + suffix)
          expect(exact).toContain(text.slice(marked.start, marked.end))
          expect(prefix.length).toBeGreaterThanOrEqual(Math.min(31, marked.start - 1))
        },
      ),
    )
  })
})
