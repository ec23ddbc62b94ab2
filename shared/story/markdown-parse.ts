import type { Nodes, Root, RootContent } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { type Piece, piecesOf } from './markdown-pieces.ts'

const commonMark = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).freeze()
// One tilde stays a tilde: "~5 km and ~6 km" is not struck out.
const extended = commonMark().use(remarkGfm, { singleTilde: false }).freeze()

/**
 * The tree of a Markdown text with front matter, tables, strikethrough, task lists, footnotes and bare links;
 * positions in it are not to be relied on. null: nested so deeply that the parser ran out of stack.
 * @param pieces the text, cut where that changes nothing
 */
export function parseMarkdown(
  text: string,
  pieces: readonly Piece[] = piecesOf(text),
  parse: PieceParser = blocksOf,
): Root | null {
  try {
    return { type: 'root', children: pieces.flatMap(parse) }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The blocks of one piece; the same for the same piece. */
export type PieceParser = (piece: Piece) => readonly RootContent[]

/** Trees of pieces that were parsed, for a text that is read again after a change of a few of them. */
export class ParsedPieces {
  readonly #known = new Map<string, readonly RootContent[]>()

  /** As it was parsed before, else parsed and kept. The positions in it are not to be relied on. */
  readonly again: PieceParser = (piece) => this.#known.get(piece.text) ?? this.parse(piece)

  /** A tree of its own, which is kept as well. */
  parse(piece: Piece): readonly RootContent[] {
    const blocks = blocksOf(piece)
    if (piece.needs !== 'prose') this.#known.set(piece.text, blocks)
    return blocks
  }
}

/**
 * The same tree with the positions of its nodes: `offset` counts UTF-16 units from the start of the text, lines
 * and columns are not to be relied on. A node that the parser made up has no position.
 */
export function parseWithOffsets(text: string, parsed = new ParsedPieces()): Root | null {
  const pieces = piecesOf(text)
  let base = 0
  const bases = pieces.map((piece) => {
    const start = base
    base += piece.text.length
    return start
  })
  try {
    return {
      type: 'root',
      children: pieces.flatMap((piece, index) => shifted(piece, parsed.parse(piece), bases[index] ?? 0)),
    }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function shifted(piece: Piece, blocks: readonly RootContent[], base: number): readonly RootContent[] {
  const [first] = blocks
  if (piece.needs === 'prose' && first?.type === 'paragraph') {
    const position = {
      start: { line: 1, column: 1, offset: base },
      end: { line: 1, column: 1, offset: base + piece.text.replace(/[ \n]+$/, '').length },
    }
    return [{ ...first, position, children: first.children.map((child) => ({ ...child, position })) }]
  }
  const open: Nodes[] = [...blocks]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.position !== undefined) {
      const { start, end } = node.position
      node.position = {
        start: { ...start, offset: (start.offset ?? 0) + base },
        end: { ...end, offset: (end.offset ?? 0) + base },
      }
    }
    if ('children' in node) open.push(...node.children)
  }
  return blocks
}

function blocksOf({ text, needs }: Piece): readonly RootContent[] {
  if (needs !== 'prose') return (needs === 'extended' ? extended : commonMark).parse(text).children
  const value = text.replace(/[ \n]+$/, '').replace(/ *\n */g, '\n')
  return [{ type: 'paragraph', children: [{ type: 'text', value }] }]
}
