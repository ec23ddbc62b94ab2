import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStory } from '../../../shared/story/read-story.ts'
import { restoreLineEnds } from '../../../shared/story/restore-line-ends.ts'
import { writeStory } from '../../../shared/story/write-story.ts'
import { story } from '../../helpers/story.ts'

const edited = (text: string) => story(text).story

describe('writing a plain story', () => {
  it.each([
    ['a line that is still there keeps its end', 'a\r\nb\nc\rd', 'a\nc\nd', 'a\r\nc\rd'],
    ['a changed line keeps its end', 'a\r\nb\nc\rd', 'a\nbb\nc\nd', 'a\r\nbb\nc\rd'],
    ['a line that came in takes that of the line before it', 'a\r\nb\nc', 'a\nx\nb\nc', 'a\r\nx\r\nb\nc'],
    ['else of the line after it', 'a\rb\nc', 'x\na\nb\nc', 'x\ra\rb\nc'],
    ['else the usual one of the file', 'a\r\nb\r\nc\nd', 'd\ne', 'd\r\ne'],
    ['\\n where there was none', 'a', 'a\nb', 'a\nb'],
    ['a moved line takes its end along', 'a\r\nb\nc\r\n', 'b\na\nc\n', 'b\na\r\nc\r\n'],
    ['the last line has none', 'a\r\nb', 'a\nb\n', 'a\r\nb\r\n'],
    ['a lone CR is not joined to an LF that came in after it', '\ranother\nb\n', 'a\n\n\nb', 'a\n\n\nb'],
    ['all lines gone', 'a\r\nb\r\n', '', ''],
  ])('restores line ends: %s', (_, raw, text, expected) => {
    expect(writeStory('story.txt', raw, edited(text))).toEqual({ ok: true, value: expected })
  })

  it('compares the text only: what a line looks like may change', () => {
    const raw = 'A title\n\nText of some length that says something.\n'
    const now = edited('A title that now ends like a sentence.\n\nText of some length that says something.\n')
    expect(writeStory('story.txt', raw, now)).toEqual({ ok: true, value: now.text })
  })

  it('does not write a text with a line end that is no \\n, and names the block', () => {
    expect(writeStory('story.txt', 'a\nb', edited('a\nb\rc'))).toEqual({
      ok: false,
      error: { kind: 'differs', block: 1, words: 'b c' },
    })
  })

  const line = fc.constantFrom('', 'a', 'b', 'one line', 'another')
  const end = fc.constantFrom('\n', '\r\n', '\r')
  const file = fc.array(fc.tuple(line, end), { maxLength: 12 })

  it('reads as the edited text whatever the line ends are', () => {
    fc.assert(
      fc.property(file, fc.array(line, { maxLength: 12 }), (lines, now) => {
        const raw = lines.map((parts) => parts.join('')).join('')
        const written = restoreLineEnds(raw, now.join('\n'))
        expect(readStory('story.txt', written).text).toBe(now.join('\n'))
      }),
      { numRuns: 500 },
    )
  })

  it('leaves the lines around a changed one with their ends', () => {
    const named = fc.array(end, { minLength: 3, maxLength: 30 })
    fc.assert(
      fc.property(named, fc.nat(), (ends, place) => {
        const at = place % ends.length
        const raw = ends.map((own, index) => `line ${index}${own}`)
        const now = raw
          .map((own, index) => (index === at ? 'changed\n' : own.replace(/[\r\n]+$/, '\n')))
          .join('')
        const written = restoreLineEnds(raw.join(''), now)
        const before = raw.slice(0, at).join('')
        const after = raw.slice(at + 1).join('')
        expect([written.slice(0, before.length), written.slice(written.length - after.length)]).toEqual([
          before,
          after,
        ])
      }),
      { numRuns: 300 },
    )
  })
})
