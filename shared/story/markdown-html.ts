import type { Element, ElementContent, Root as HtmlRoot } from 'hast'
import type { Html, Nodes, Root } from 'mdast'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { markOf, textOf } from './hast-inline.ts'
import { cleanHtml } from './html/clean-html.ts'
import { untold } from './html/left-out.ts'
import { withParagraphs } from './html/paragraphs.ts'
import { parsePart } from './html/parse-html.ts'

/** The tree of a Markdown text as that of a page. */
export interface MarkdownPage {
  /** Positions are those of the Markdown; all that came from a block of HTML has that of the block. */
  readonly tree: HtmlRoot
  /** What of its HTML was left out. */
  readonly warnings: readonly string[]
}

/** Name of an element that stands for one tag inside a line, until its partner is found. */
const TAG = 'galley-tag'

/**
 * From the tree of Markdown to that of a page. A block of HTML is read as a page is; what begins in one and ends in
 * another is read as two. Of the tags inside a line, pairs of emphasis, code and links become such and all others
 * go, their words stay.
 */
export function pageOf(tree: Root): MarkdownPage {
  let left = 0
  const readHtml = (_state: unknown, node: Html, parent: Nodes | undefined): ElementContent[] => {
    if (isInLine(parent)) return tagOf(node)
    const read = blocksOf(node)
    if (read.isLess) left++
    return read.nodes
  }
  const page = unified()
    .use(remarkRehype, { handlers: { html: readHtml } })
    .runSync(tree)
  left += joinTags(page)
  return { tree: page, warnings: [...(left === 0 ? [] : [leftOut(left)]), ...untold(page)] }
}

/** HTML in the words of a story or beside them: neither a comment nor a `<br>`. */
export function isRawHtml(html: string): boolean {
  return !isComment(html) && !isBreak(html)
}

function isBreak(html: string): boolean {
  return /^<br[ \t]*\/?>$/i.test(html.trim())
}

function isComment(html: string): boolean {
  return /^<!--[\s\S]*-->$/.test(html.trim())
}

function isInLine(parent: Nodes | undefined): boolean {
  const type = parent?.type
  return !(type === 'root' || type === 'blockquote' || type === 'listItem' || type === 'footnoteDefinition')
}

/** The blocks that a block of HTML gives. `isLess`: code with words in it was left out. */
function blocksOf({ value, position }: Html): { readonly nodes: ElementContent[]; readonly isLess: boolean } {
  const part = parsePart(value)
  if (part === null) return { nodes: [], isLess: true }
  const clean = withParagraphs(cleanHtml(part.tree, (written) => written))
  const nodes = clean.children as ElementContent[]
  const open = [...nodes]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (position !== undefined) node.position = position
    if ('children' in node) open.push(...node.children)
  }
  const isLess = isOpenComment(value) || (untold(clean).length === 0 && letters(part.tree) > letters(clean))
  return { nodes, isLess }
}

/** A comment without an end goes to the end of the story, words and all. */
function isOpenComment(html: string): boolean {
  return html.lastIndexOf('<!--') > html.lastIndexOf('-->')
}

function letters(tree: HtmlRoot): number {
  return textOf(tree).replace(/\s+/gu, '').length
}

function tagOf({ value, position }: Html): ElementContent[] {
  if (isComment(value)) return []
  const element: Element = {
    type: 'element',
    tagName: isBreak(value) ? 'br' : TAG,
    properties: {},
    children: [],
  }
  if (element.tagName === TAG) element.properties = { value }
  if (position !== undefined) element.position = position
  return [element]
}

/** Puts what stands between two tags of a pair into an element. @returns how many tags had no use */
function joinTags(tree: HtmlRoot): number {
  let left = 0
  const open: (HtmlRoot | Element)[] = [tree]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.children.some(isTag)) {
      const joined = joinIn(node.children as ElementContent[])
      left += joined.left
      node.children = joined.nodes
    }
    for (const child of node.children) if (child.type === 'element') open.push(child)
  }
  return left
}

interface Opened {
  readonly element: Element
  readonly nodes: ElementContent[]
}

function joinIn(nodes: readonly ElementContent[]): {
  readonly nodes: ElementContent[]
  readonly left: number
} {
  let left = 0
  const outermost: ElementContent[] = []
  const opened: Opened[] = []
  const put = (...more: readonly ElementContent[]) => (opened.at(-1)?.nodes ?? outermost).push(...more)
  for (const node of nodes) {
    if (!isTag(node)) {
      put(node)
      continue
    }
    const tag = readTag(String(node.properties.value))
    const last = opened.at(-1)
    if (tag?.does === 'stand') {
      put({ ...node, ...tag.element })
    } else if (tag?.does === 'open') {
      opened.push({ element: { ...node, ...tag.element }, nodes: [] })
    } else if (tag !== null && last?.element.tagName === tag.element.tagName) {
      opened.pop()
      put({ ...last.element, children: last.nodes })
    } else {
      left++
    }
  }
  // Without an end: only the words stay.
  for (let last = opened.pop(); last !== undefined; last = opened.pop()) {
    left++
    put(...last.nodes)
  }
  return { nodes: outermost, left }
}

interface Tag {
  readonly does: 'open' | 'close' | 'stand'
  readonly element: Pick<Element, 'tagName' | 'properties'>
}

/** A tag of a pair that becomes a mark, or a picture; null: any other. */
function readTag(value: string): Tag | null {
  const end = /^<\/([a-z]+)\s*>$/i.exec(value)?.[1]?.toLowerCase()
  if (end !== undefined)
    return markOf(end) === undefined ? null : { does: 'close', element: { tagName: end, properties: {} } }
  const part = parsePart(value)
  const element = part === null ? undefined : cleanHtml(part.tree, (written) => written).children[0]
  if (element?.type !== 'element') return null
  const { tagName, properties } = element
  if (tagName === 'img') return { does: 'stand', element: { tagName, properties } }
  return markOf(tagName) === undefined ? null : { does: 'open', element: { tagName, properties } }
}

function isTag(node: HtmlRoot['children'][number]): node is Element {
  return node.type === 'element' && node.tagName === TAG
}

function leftOut(pieces: number): string {
  const count = pieces === 1 ? 'one piece' : `${pieces} pieces`
  return `The story holds HTML code (${count}), which was left out.`
}
