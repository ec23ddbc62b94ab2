import type { Element } from 'hast'
import type { Html, Nodes, Root } from 'mdast'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { fromHast } from './from-hast.ts'
import { readFrontMatter } from './front-matter.ts'
import { DEEPEST_TREE, isParsable } from './markdown-limits.ts'
import { type ParsedPieces, parseMarkdown } from './markdown-parse.ts'
import { piecesOf } from './markdown-pieces.ts'
import type { Story } from './story.ts'
import { plain, StoryBuilder } from './story-builder.ts'

/** From the tree of Markdown to that of HTML; positions stay. */
export const toHtml = unified().use(remarkRehype, { handlers: { html: hardBreakOrNothing } })

/**
 * Reader `md/1`: CommonMark with tables, strikethrough, task lists, footnotes, bare links and front matter. The
 * signs of the markup are not part of the story text, list markers neither; raw HTML is left out with a warning.
 * A text that is nested beyond reason is read as plain paragraphs, with a warning.
 * @param text with line ends normalised to `\n`
 * @param parsed pieces of it that may have been parsed before
 */
export function readMarkdown(name: string, text: string, parsed?: ParsedPieces): Story {
  const tree = isParsable(text) ? parseMarkdown(text, piecesOf(text), parsed?.again) : null
  const found = tree === null ? null : inspect(tree)
  if (tree === null || found === null || found.depth > DEEPEST_TREE) return readAsParagraphs(name, text)
  const html = toHtml.runSync(tree)
  return {
    name,
    format: 'md',
    reader: 'md/1',
    ...fromHast(html).finish(),
    meta: found.meta,
    hardWrapped: false,
    warnings: found.rawHtml === 0 ? [] : [rawHtmlWarning(found.rawHtml)],
  }
}

/** What has to be known about a tree before it is read. */
interface Inspection {
  depth: number
  /** Pieces of raw HTML, comments and `<br>` not counted. */
  rawHtml: number
  meta: Readonly<Record<string, string>>
}

/** Walks the tree without recursion, however deep. */
export function inspect(tree: Root): Inspection {
  const found: Inspection = { depth: 0, rawHtml: 0, meta: {} }
  const open: { readonly node: Nodes; readonly depth: number }[] = [{ node: tree, depth: 0 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next
    found.depth = Math.max(found.depth, depth)
    if ('children' in node) {
      for (const child of node.children) open.push({ node: child, depth: depth + 1 })
    } else if ('value' in node) {
      // `toml` is not among the types of mdast.
      const type: string = node.type
      if (type === 'yaml' || type === 'toml') found.meta = readFrontMatter(node.value)
      if (type === 'html' && isRawHtml(node.value)) found.rawHtml++
    }
  }
  return found
}

/** The one HTML tag that Markdown needs, in table cells, becomes a hard break; all others go. */
function hardBreakOrNothing(_state: unknown, node: Html): Element | undefined {
  return isBreak(node.value) ? { type: 'element', tagName: 'br', properties: {}, children: [] } : undefined
}

/** HTML that is left out of the story with a warning: neither a comment nor a `<br>`. */
export function isRawHtml(html: string): boolean {
  return !isComment(html) && !isBreak(html)
}

function isBreak(html: string): boolean {
  return /^<br[ \t]*\/?>$/i.test(html.trim())
}

function isComment(html: string): boolean {
  return /^<!--[\s\S]*-->$/.test(html.trim())
}

function rawHtmlWarning(pieces: number): string {
  const count = pieces === 1 ? 'one piece' : `${pieces} pieces`
  return `The story holds HTML code (${count}), which was left out.`
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
    reader: 'md/1',
    ...builder.finish(),
    meta: {},
    hardWrapped: false,
    warnings: ['The Markdown of this story is too tangled to read, so its plain paragraphs are shown.'],
  }
}
