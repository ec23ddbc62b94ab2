import fc from 'fast-check'
import type { Root } from 'mdast'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../../shared/story/markdown-parse.ts'
import { piecesOf } from '../../../shared/story/markdown-pieces.ts'

/** A tree without positions, which count from the start of each piece. */
const bare = (tree: Root | null) =>
  JSON.parse(JSON.stringify(tree, (key, value) => (key === 'position' ? undefined : value)))

describe('the pieces of a Markdown text', () => {
  it('are paragraphs without markup, and what stands between them, cut at the next border once there is enough', () => {
    const text = '# a\n\nprose\nmore (of it): a!\n\nb\n\n- c\n\n  d\n\n“e *f* g\n\nh ~~i~~\n\n\nj'
    expect(piecesOf(text, 12).map((piece) => [piece.needs, piece.text])).toEqual([
      ['common', '# a\n\n'],
      ['prose', 'prose\nmore (of it): a!\n\n'],
      ['common', 'b\n\n- c\n\n  d\n\n'],
      ['extended', '“e *f* g\n\nh ~~i~~\n\n\n'],
      ['prose', 'j'],
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
          bare(parseMarkdown(text, [{ text, needs: 'extended' }])),
        )
      }),
      { numRuns: 600 },
    )
    expect(cut).toBeGreaterThan(60)
  }, 60_000)
})
