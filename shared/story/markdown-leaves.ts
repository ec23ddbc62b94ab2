import type { Nodes, Root } from 'mdast'
import type { EditedStory, FixedKind } from './edited.ts'
import { fromHast, type Witness } from './from-hast.ts'
import { inspect, readMarkdown } from './markdown.ts'
import { type Container, containersOf } from './markdown-containers.ts'
import { isRawHtml, pageOf } from './markdown-html.ts'
import { DEEPEST_TREE, isParsable } from './markdown-limits.ts'
import { ParsedPieces, parseWithOffsets } from './markdown-parse.ts'
import type { Story } from './story.ts'

type HastNode = Parameters<Witness>[0][number]
/** Nodes that hold no other block. */
export type LeafNode = Extract<Nodes, { type: 'paragraph' | 'heading' | 'code' | 'thematicBreak' | 'table' }>

/** A block of the source that holds no other, and the blocks of the story that were made of it. */
export interface Leaf {
  readonly node: LeafNode
  /** UTF-16 range of its node in the source. */
  readonly start: number
  readonly end: number
  /** Its whole lines, the last `\n` left out; no other leaf stands on them. */
  readonly from: number
  readonly to: number
  /** Lists and quotations around it, the outermost first. */
  readonly path: readonly Container[]
  /** Indices in the story, one after the other: several for a table and for a paragraph with pictures. */
  readonly blocks: number[]
}

/** A Markdown story and where its blocks stand in its source. */
export interface LeafMap {
  /** The same blocks as `readMarkdown` makes. */
  readonly story: EditedStory
  readonly images: Story['images']
  readonly meta: Story['meta']
  readonly leaves: readonly Leaf[]
  /** For each block of the story its index in `leaves`; −1: none, as for the text of a footnote. */
  readonly leafOf: readonly number[]
  /** Why a block can only be read, by its index. */
  readonly fixed: ReadonlyMap<number, FixedKind>
}

/**
 * Reads a Markdown story and finds where each of its blocks stands.
 * @param source with line ends normalised to `\n`
 * @param parsed gets the pieces of it
 */
export function leavesOf(source: string, parsed = new ParsedPieces()): LeafMap {
  const tree = isParsable(source) ? parseWithOffsets(source, parsed) : null
  const seen = tree === null ? null : inspect(tree)
  if (tree === null || seen === null || seen.depth > DEEPEST_TREE) return allFixed(readMarkdown('', source))
  const found = collect(tree, source)
  const leafOf: number[] = []
  const fixed = new Map<number, FixedKind>()
  const read = fromHast(pageOf(tree).tree, (nodes) => {
    const block = leafOf.length
    const start = Math.min(...nodes.map(startOf))
    const candidate = found.leaves[lastAtOrBefore(found.starts, start)]
    const leaf = candidate !== undefined && start < candidate.leaf.end ? candidate : null
    leafOf.push(leaf === null || leaf.what === 'footnote' ? -1 : leaf.index)
    leaf?.leaf.blocks.push(block)
    const alone = found.html.has(start) ? 'html' : 'tangled'
    const what = leaf === null ? alone : isImage(nodes) ? 'image' : leaf.what
    if (what !== null) fixed.set(block, what)
  }).finish()
  const story: Read = { ...read, meta: seen.meta }
  // An empty story has one empty paragraph that stands nowhere.
  if (leafOf.length === 0) leafOf.push(-1)
  const ordered = leafOf.filter((leaf) => leaf >= 0)
  if (ordered.some((leaf, index) => leaf < (ordered[index - 1] ?? 0))) return allFixed(story)
  return compact(story, found, leafOf, fixed)
}

function allFixed(story: Read): LeafMap {
  return {
    story,
    images: story.images,
    meta: story.meta,
    leaves: [],
    leafOf: story.blocks.map(() => -1),
    fixed: new Map(story.blocks.map((_, block) => [block, 'tangled'] as const)),
  }
}

type Read = Pick<Story, 'text' | 'blocks' | 'marks' | 'images' | 'meta'>

/** Leaves that made no block, such as an empty heading, count as what stands between the others. */
function compact(
  story: Read,
  found: { readonly leaves: readonly Found[] },
  leafOf: readonly number[],
  fixed: ReadonlyMap<number, FixedKind>,
): LeafMap {
  const all = found.leaves.map(({ leaf }) => leaf)
  const used = new Set(leafOf)
  const number = new Map<number, number>([[-1, -1]])
  const leaves = all.filter((_, index) => {
    if (used.has(index)) number.set(index, number.size - 1)
    return used.has(index)
  })
  return {
    story,
    images: story.images,
    meta: story.meta,
    leaves,
    leafOf: leafOf.map((leaf) => number.get(leaf) ?? -1),
    fixed,
  }
}

interface Found {
  readonly leaf: Leaf
  readonly index: number
  readonly what: FixedKind | null
}

interface Collected {
  readonly leaves: readonly Found[]
  readonly starts: readonly number[]
  /** Where blocks of HTML start. */
  readonly html: ReadonlySet<number>
}

function collect(tree: Root, source: string): Collected {
  const html = new Set<number>()
  const leaves: Found[] = []
  const containers = containersOf(source)
  const visit = (node: Nodes, path: readonly Container[], inFootnote: boolean) => {
    if (isLeaf(node)) {
      const start = node.position?.start.offset ?? 0
      const end = node.position?.end.offset ?? start
      const from = source.lastIndexOf('\n', start - 1) + 1
      const lineEnd = source.indexOf('\n', Math.max(end - (source[end - 1] === '\n' ? 1 : 0), start))
      const to = lineEnd < 0 ? source.length : lineEnd
      leaves.push({
        leaf: { node, start, end, from: start === 0 ? 0 : from, to, path, blocks: [] },
        index: leaves.length,
        what: inFootnote ? 'footnote' : node.type === 'table' ? 'table' : holdsHtml(node) ? 'html' : null,
      })
    } else if (node.type === 'list') {
      for (const item of node.children) {
        const inside = [...path, containers.item(item, node)]
        for (const child of item.children) visit(child, inside, inFootnote)
      }
    } else if (node.type === 'blockquote') {
      const inside = [...path, containers.quote(node)]
      for (const child of node.children) visit(child, inside, inFootnote)
    } else if (node.type === 'html') {
      html.add(node.position?.start.offset ?? -1)
    } else if ('children' in node) {
      for (const child of node.children) visit(child, path, inFootnote || node.type === 'footnoteDefinition')
    }
  }
  visit(tree, [], false)
  return { leaves, starts: leaves.map(({ leaf }) => leaf.start), html }
}

function isLeaf(node: Nodes): node is LeafNode {
  const { type } = node
  return (
    type === 'paragraph' ||
    type === 'heading' ||
    type === 'code' ||
    type === 'thematicBreak' ||
    type === 'table'
  )
}

function holdsHtml(node: Nodes): boolean {
  if (node.type === 'html') return isRawHtml(node.value)
  return 'children' in node && node.children.some(holdsHtml)
}

function isImage(nodes: readonly HastNode[]): boolean {
  return nodes.length === 1 && nodes.every((node) => node.type === 'element' && node.tagName === 'img')
}

/** Where a node or the first one in it stands; infinity: nowhere. */
function startOf(node: HastNode): number {
  const own = node.position?.start.offset
  if (own !== undefined) return own
  return 'children' in node
    ? Math.min(...node.children.map(startOf), Number.POSITIVE_INFINITY)
    : Number.POSITIVE_INFINITY
}

/** Index of the last number that is not greater; −1: none. */
function lastAtOrBefore(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low - 1
}
