import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../../shared/story/markdown.ts'
import { piecesOf } from '../../../shared/story/markdown-pieces.ts'
import type { Story } from '../../../shared/story/story.ts'

/** Long enough to be a piece of its own, so that a cut is made at every border. */
const long = `Long ${'words '.repeat(4000)}`.trim()

/** A fence at the very end: it keeps the whole text in one piece and adds one block. */
const inOnePiece = '\n\nend\n\n```\nx\n```'

const shape = ({ text, blocks, marks, images, meta, warnings }: Story) => ({
  text,
  blocks,
  marks,
  images,
  meta,
  warnings,
})

describe('the pieces of a Markdown text', () => {
  it('are cut before a letter at the margin after a blank line, once there is enough', () => {
    const text = `# a\n\n${long}\n\n- b\n\n  c\n\n“d ~~e~~\n\nf`
    expect(piecesOf(text).map((piece) => [piece.text.replace(long, 'LONG'), piece.extended])).toEqual([
      ['# a\n\nLONG\n\n- b\n\n  c\n\n', false],
      ['“d ~~e~~\n\nf', true],
    ])
  })

  it.each([
    ['a definition', '[a]: https://x.org'],
    ['a footnote', '[^a]: b'],
    ['a fence', '```'],
    ['a comment', '<!-- a'],
  ])('are one where there is %s', (_, hazard) => {
    expect(piecesOf(`${long}\n\na\n\n${hazard}\n\nb`)).toHaveLength(1)
  })

  it('make the same story as the whole text', () => {
    const piece = fc.constantFrom(
      ...[
        '\n',
        '\n\n',
        '\n\nword',
        '- ',
        '1. ',
        '> ',
        '**',
        '*',
        '_',
        '~~',
        '`',
        '    ',
        '  ',
        '# ',
        '===',
        '---\n',
        '| a |\n| - |\n',
      ],
      ...[
        '[a](https://x.org)',
        'https://y.org',
        'www.z.org',
        'a@b.org',
        '- [ ] ',
        '<b>',
        '<https://q.org>',
        'word',
        ' ',
        '😀',
        '[^1]',
      ],
    )
    // One long paragraph in the middle makes a cut after it certain.
    const text = fc
      .tuple(fc.array(piece, { maxLength: 25 }), fc.array(piece, { maxLength: 25 }))
      .map(([before, after]) => `${before.join('')}\n\n${long}${after.join('')}`)
    let cut = 0
    fc.assert(
      fc.property(text, (raw) => {
        const marked = `${raw}\n\nend\n\n    x`
        if (piecesOf(marked).length > 1) cut++
        expect(shape(readMarkdown('a.md', marked))).toEqual(shape(readMarkdown('a.md', raw + inOnePiece)))
      }),
      { numRuns: 150 },
    )
    expect(cut).toBeGreaterThan(100)
  })
})
