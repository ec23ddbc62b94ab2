import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clausesIn } from '../../../shared/story/clauses.ts'
import { readPlainText } from '../../../shared/story/plain-text.ts'
import { blockSentences } from '../../../shared/story/sentences.ts'
import type { Story } from '../../../shared/story/story.ts'
import { hardWrap } from '../../helpers/hard-wrap.ts'

const FIXTURES = path.resolve(import.meta.dirname, '../../../fixtures')
const files = readdirSync(FIXTURES).filter((name) => name.endsWith('.txt'))
const load = (file: string) => readFileSync(path.join(FIXTURES, file), 'utf8')

/** Sentences with their clauses, every line end a blank. */
function segments(story: Story): readonly (readonly string[])[] {
  const words = ({ start, end }: { start: number; end: number }) =>
    story.text.slice(start, end).replace(/\s+/gu, ' ')
  return story.blocks
    .flatMap((block) => blockSentences(story, block))
    .map((sentence) => [words(sentence), ...clausesIn(story, sentence).map(words)])
}

/** Each paragraph on one line, as the copy was before the wire service wrapped it. */
const unwrap = (text: string) => text.replace(/(?<!\n)\n(?!\n|$)[ ]*/gu, ' ')

describe('a wrapped copy of a story', () => {
  it('has the sentences and clauses of the copy that is not wrapped: wire-wrapped.txt', () => {
    const wrapped = load('wire-wrapped.txt')
    const story = readPlainText('a.txt', wrapped)
    expect(story.hardWrapped).toBe(true)
    expect(segments(story)).toEqual(segments(readPlainText('a.txt', unwrap(wrapped))))
    expect(segments(story)).toHaveLength(20)
  })

  it.each(files)('has the same at 72 columns: %s', (file) => {
    const text = unwrapped(file)
    expect(segments(readPlainText('a.txt', hardWrap(text, 72), true))).toEqual(
      segments(readPlainText('a.txt', text, false)),
    )
  })

  it.each(files)('has the same at any width from 65 to 80: %s', (file) => {
    const text = unwrapped(file)
    const expected = segments(readPlainText('a.txt', text, false))
    fc.assert(
      fc.property(fc.integer({ min: 65, max: 80 }), (width) => {
        expect(segments(readPlainText('a.txt', hardWrap(text, width), true))).toEqual(expected)
      }),
      { numRuns: 16 },
    )
  })
})

function unwrapped(file: string): string {
  return file === 'wire-wrapped.txt' ? unwrap(load(file)) : load(file)
}
