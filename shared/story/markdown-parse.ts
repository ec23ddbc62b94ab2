import type { Root, RootContent } from 'mdast'
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
export function parseMarkdown(text: string, pieces: readonly Piece[] = piecesOf(text)): Root | null {
  try {
    return { type: 'root', children: pieces.flatMap(blocksOf) }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function blocksOf({ text, needs }: Piece): readonly RootContent[] {
  if (needs !== 'prose') return (needs === 'extended' ? extended : commonMark).parse(text).children
  const value = text.replace(/[ \n]+$/, '').replace(/ *\n */g, '\n')
  return [{ type: 'paragraph', children: [{ type: 'text', value }] }]
}
