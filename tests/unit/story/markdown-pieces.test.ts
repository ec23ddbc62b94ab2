import fc from 'fast-check'
import type { Root } from 'mdast'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../../shared/story/markdown-parse.ts'
import { piecesOf } from '../../../shared/story/markdown-pieces.ts'

/** A tree without positions, which count from the start of each piece. */
const bare = (tree: Root | null) =>
  JSON.parse(JSON.stringify(tree, (key, value) => (key === 'position' ? undefined : value)))

describe('the pieces of a Markdown text', () => {
  it('are cut before a letter at the margin after a blank line, once there is enough', () => {
    const text = '# a\n\nlong\n\n- b\n\n  c\n\n“d ~~e~~\n\nf'
    expect(piecesOf(text, 7).map((piece) => [piece.text, piece.extended])).toEqual([
      ['# a\n\nlong\n\n- b\n\n  c\n\n', false],
      ['“d ~~e~~\n\nf', true],
    ])
  })

  it.each([
    ['a definition', '[a]: https://x.org'],
    ['a footnote', '[^a]: b'],
    ['a fence', '```'],
    ['a comment', '<!-- a'],
  ])('are one where there is %s', (_, hazard) => {
    expect(piecesOf(`a\n\na\n\n${hazard}\n\nb`, 1)).toHaveLength(1)
  })

  it('make the same tree as the whole text with all extensions', () => {
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
    let cut = 0
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (raw) => {
        const text = raw.join('')
        const pieces = piecesOf(text, 1)
        if (pieces.length > 1) cut++
        expect(bare(parseMarkdown(text, pieces))).toEqual(
          bare(parseMarkdown(text, [{ text, extended: true }])),
        )
      }),
      { numRuns: 1500 },
    )
    expect(cut).toBeGreaterThan(300)
  })
})
