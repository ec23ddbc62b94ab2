import { describe, expect, it } from 'vitest'
import { lostBlanks } from '../../../shared/story/markdown-blanks.ts'
import { story } from '../../helpers/story.ts'

/** The text without the blanks that Markdown cannot hold. */
function kept(text: string): string {
  let result = text
  for (const { start, end } of lostBlanks(story(text).story).toReversed()) {
    result = result.slice(0, start) + result.slice(end)
  }
  return result
}

describe('blanks that Markdown cannot hold', () => {
  it.each([
    ['none', 'one two\nthree', 'one two\nthree'],
    ['at the end of a block', 'one \ntwo  \nthree', 'one\ntwo\nthree'],
    ['at its start', '  one\n two', 'one\ntwo'],
    ['side by side', 'one  two   three', 'one two three'],
    ['an empty block', 'one\n\ntwo', 'one\ntwo'],
    ['an empty block at the start', '\none', 'one'],
    ['several at the end', 'one\n\n \n', 'one'],
    ['nothing but empty blocks', '\n\n', ''],
    ['hard blanks stay', 'one \u00a0\u00a0two', 'one \u00a0\u00a0two'],
  ])('%s', (_, text, expected) => {
    expect(kept(text)).toBe(expected)
  })
})
