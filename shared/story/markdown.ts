import type { Nodes, Root } from 'mdast'
import { fromHast } from './from-hast.ts'
import { readFrontMatter } from './front-matter.ts'
import { pageOf } from './markdown-html.ts'
import { DEEPEST_TREE, isParsable } from './markdown-limits.ts'
import { type ParsedPieces, parseMarkdown } from './markdown-parse.ts'
import { piecesOf } from './markdown-pieces.ts'
import type { Story } from './story.ts'
import { plain, StoryBuilder } from './story-builder.ts'

/**
 * Reader `md/2`: CommonMark with tables, strikethrough, task lists, footnotes, bare links and front matter. The
 * signs of the markup are not part of the story text, list markers neither; HTML is read as that of a page is, and what of it has no place is named in a warning.
 * A text that is nested beyond reason is read as plain paragraphs, with a warning.
 * @param text with line ends normalised to `\n`
 * @param parsed pieces of it that may have been parsed before
 */
export function readMarkdown(name: string, text: string, parsed?: ParsedPieces): Story {
  const tree = isParsable(text) ? parseMarkdown(text, piecesOf(text), parsed?.again) : null
  const found = tree === null ? null : inspect(tree)
  if (tree === null || found === null || found.depth > DEEPEST_TREE) return readAsParagraphs(name, text)
  const page = pageOf(tree)
  return {
    name,
    format: 'md',
    reader: 'md/2',
    ...fromHast(page.tree).finish(),
    meta: found.meta,
    hardWrapped: false,
    warnings: [...(found.isUnread ? [UNREAD] : []), ...page.warnings],
  }
}

/** What has to be known about a tree before it is read. */
interface Inspection {
  depth: number
  meta: Readonly<Record<string, string>>
  /** There is front matter, and nothing in it has the form of an entry. */
  isUnread: boolean
}

const UNREAD =
  'The lines at the top, between ---, are read as facts about the story; none has the form “name: value”.'

/** Walks the tree without recursion, however deep. */
export function inspect(tree: Root): Inspection {
  const found: Inspection = { depth: 0, meta: {}, isUnread: false }
  const open: { readonly node: Nodes; readonly depth: number }[] = [{ node: tree, depth: 0 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next
    found.depth = Math.max(found.depth, depth)
    if ('children' in node) {
      for (const child of node.children) open.push({ node: child, depth: depth + 1 })
    } else if ('value' in node) {
      // `toml` is not among the types of mdast.
      const type: string = node.type
      if (type === 'yaml' || type === 'toml') {
        found.meta = readFrontMatter(node.value)
        found.isUnread = node.value.trim() !== '' && Object.keys(found.meta).length === 0
      }
    }
  }
  return found
}

/** Each run of lines up to a blank one is a paragraph; the signs of the markup stay in the text. */
function readAsParagraphs(name: string, text: string): Story {
  const builder = new StoryBuilder()
  for (const run of text.split(/\n[ \t]*\n/)) {
    const paragraph = run.trim().replace(/[ \t]*\n[ \t]*/g, ' ')
    if (paragraph !== '') builder.add('paragraph', plain(paragraph))
  }
  return {
    name,
    format: 'md',
    reader: 'md/2',
    ...builder.finish(),
    meta: {},
    hardWrapped: false,
    warnings: ['The Markdown of this story is too tangled to read, so its plain paragraphs are shown.'],
  }
}
