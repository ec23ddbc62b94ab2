import { describe, expect, it } from 'vitest'
import { readPlainText } from '../../../shared/story/plain-text.ts'
import { bodySentences } from '../../../shared/story/sentences.ts'
import { tiles } from './tiles.ts'

/** Greedy wrapping, as a wire service does it. */
function wrap(text: string, width: number): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}

const words =
  'The tunnel under the harbour was closed to all traffic at 5 a.m. on Friday, according to a port authority ' +
  'official, eleven weeks after engineers had found cracks in its lining. Nobody could say when it would open ' +
  'again, and the ferries that were to carry the lorries instead had not yet left their berths in the north.'

const outline = (text: string, wrapped: boolean | null = null) =>
  readPlainText('a.txt', text, wrapped)
    .blocks.filter((block) => block.kind !== 'blank')
    .map((block) => `${block.kind}: ${text.slice(block.start, block.end)}`)

describe('copy wrapped by hand', () => {
  it.each([65, 70, 72, 76, 80])('is found at %i columns, its paragraphs whole', (width) => {
    const paragraph = wrap(words, width)
    const text = `TUNNEL STAYS CLOSED\n\n${paragraph}\n\n${paragraph}\n`
    const story = readPlainText('a.txt', text)
    expect(story.hardWrapped).toBe(true)
    expect(outline(text)).toEqual([
      'headline: TUNNEL STAYS CLOSED',
      `paragraph: ${paragraph}`,
      `paragraph: ${paragraph}`,
    ])
    expect(story.text).toBe(text)
    expect(tiles(story)).toEqual([])
    expect(bodySentences(story)).toHaveLength(4)
  })

  it('keeps headline, byline, bullets, quotations and indented paragraphs apart', () => {
    const paragraph = wrap(words, 70)
    const text = [
      'Tunnel stays closed',
      'By Jane Doe',
      paragraph,
      `   ${paragraph}`,
      `- ${wrap(words, 68).replaceAll('\n', '\n  ')}`,
      '- short',
      'What it means:',
      paragraph,
      '* * *',
    ].join('\n')
    expect(outline(text).map((line) => line.split(':')[0])).toEqual([
      'headline',
      'byline',
      'paragraph',
      'paragraph',
      'item',
      'item',
      'label',
      'paragraph',
      'rule',
    ])
  })

  it.each([
    ['one long line per paragraph', `${words}\n\n${words}\n${words}\n${words}`],
    ['short lines', 'One went.\nTwo went.\nThree went.\nFour went.\nFive went.'],
    [
      'one sentence a line',
      Array(9).fill('The tunnel under the harbour was closed to all the traffic.').join('\n'),
    ],
    ['narrow verse', wrap(words, 40)],
    ['a wide table', wrap(words, 110)],
    [
      'a list',
      Array(9).fill('- The tunnel under the harbour was closed to all traffic since Friday').join('\n'),
    ],
    ['two lines', wrap(words.slice(0, 120), 70)],
  ])('is not found in %s', (_, text) => {
    expect(readPlainText('a.txt', text).hardWrapped).toBe(false)
  })

  it('can be overruled by a person, which leaves the text alone', () => {
    const wrapped = wrap(words, 70)
    expect(outline(wrapped, false).length).toBe(wrapped.split('\n').length)
    expect(outline('a b\nc d and more of it\n\ne', true)).toHaveLength(3)
    expect(outline(wrap(words, 40), true)).toEqual([`paragraph: ${wrap(words, 40)}`])
    expect(readPlainText('a.txt', wrapped, false).text).toBe(wrapped)
  })
})
