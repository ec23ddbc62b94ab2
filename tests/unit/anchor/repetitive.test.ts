import { describe, expect, it } from 'vitest'
import { AnchorText, anchorAll } from '../../../shared/anchor/anchor.ts'
import type { Clue } from '../../../shared/anchor/clue.ts'
import { describeSpan } from '../../../shared/anchor/describe.ts'
import { findQuote } from '../../../shared/anchor/find-quote.ts'
import { CodePointIndex } from '../../../shared/story/code-points.ts'
import { codePoint, span } from '../../../shared/units.ts'

/** Each would take minutes if its repeats were all compared with each other. */
const texts = [
  ['one word of one letter', 'a'.repeat(300_000)],
  ['one word, over and over', 'same '.repeat(20_000)],
  ['spaces', ' '.repeat(100_000)],
  ['one sentence, over and over', 'The gulls left. '.repeat(5_000)],
  ['a short text of one sentence', 'The gulls left. '.repeat(1_200)],
  ['marks on one letter', `e${'\u0301'.repeat(100_000)}`],
] as const

function clueOf(text: string, start: number, end: number): Clue {
  const { start: from, end: to, ...words } = describeSpan(text, span(start, end), new CodePointIndex(text))
  return { ...words, position: { start: from, end: to } }
}

describe.each(texts)('in a text of %s', (_, text) => {
  const clue = clueOf(text, 160, 480)

  it('a place is found at its position', () => {
    const [found] = anchorAll(new AnchorText(text), [clue], null)
    expect(found).toEqual({ span: { start: 160, end: 480 }, match: 'exact' })
  })

  it('a place is not guessed if its position and context are lost', () => {
    const bare = { ...clue, prefix: '', suffix: '', position: null }
    expect(anchorAll(new AnchorText(text), [bare], null)).toEqual([null])
  })

  it('a quote with a slip in it is an orphan', () => {
    const exact = `${clue.exact.slice(0, 150)}Zq${clue.exact.slice(150)}`
    const slip = { ...clue, exact, prefix: '', suffix: '', position: null }
    expect(anchorAll(new AnchorText(text), [slip], null)).toEqual([null])
  })
})

describe('five thousand equal quotes', () => {
  const sentence = 'The gulls left. '
  const then = sentence.repeat(5_000)
  const clues = Array.from({ length: 5_000 }, (_, n): Clue => {
    const start = n * sentence.length
    return {
      exact: 'The gulls left.',
      prefix: n === 0 ? '' : 'left. ',
      suffix: n === 4_999 ? ' ' : ' The',
      position: { start: codePoint(start), end: codePoint(start + 15) },
    }
  })

  it('each keep their place if the text they were made on is known', () => {
    const found = anchorAll(new AnchorText(`A storm. ${then}`), clues, then)
    expect(found.map((one) => one?.span.start)).toEqual(clues.map((_, n) => n * sentence.length + 9))
  })

  it('are never two at one place if it is not', () => {
    const found = anchorAll(new AnchorText(`A storm. ${then}`), clues, null)
    const starts = found.flatMap((one) => one?.span.start ?? [])
    expect(new Set(starts).size).toBe(starts.length)
  })
})

it('no more places of a quote are looked for than are asked for', () => {
  expect(findQuote('a'.repeat(300_000), { exact: 'aa' }, 3)).toHaveLength(3)
})
