import type { Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parse,
  parseFragment,
  type TreeAdapter,
} from 'parse5'

/**
 * Levels that are kept; what is nested deeper is lifted up to here. Everything that walks the tree may call itself.
 * Pages of news sites have some 60, pages with unclosed `<font>` a few hundred.
 */
const DEEPEST = 200
/** The parser looks through all open elements for each tag: its time grows with the square of the nesting. */
const DEEPEST_PARSED = 3000
/** Elements; formatting that was never closed is repeated in each paragraph, so few bytes can make many. */
const MOST_ELEMENTS = 300_000

/** A page as a tree of at most a few hundred levels. */
export interface ParsedHtml {
  readonly tree: Root
  /** Something was nested so deeply that it was lifted up: words and order stay. */
  readonly flattened: boolean
}

/** Parses a whole page by the HTML standard. null: beyond reason, nested or repeated without end. */
export function parsePage(source: string): ParsedHtml | null {
  return guarded((treeAdapter) => parse(source, { treeAdapter }), MOST_ELEMENTS)
}

/**
 * Parses what may stand in the body of a page. null as in {@link parsePage}.
 * @param most elements that it may have
 */
export function parsePart(source: string, most = MOST_ELEMENTS): ParsedHtml | null {
  return guarded((treeAdapter) => parseFragment(source, { treeAdapter }), most)
}

type Adapter = TreeAdapter<DefaultTreeAdapterMap>
type Parent = DefaultTreeAdapterTypes.ParentNode

class Beyond extends Error {}

function guarded(parseWith: (adapter: Adapter) => Parent, most: number): ParsedHtml | null {
  try {
    const document = parseWith(countingAdapter(most))
    const flattened = flatten(document)
    const tree = fromParse5(document)
    return tree.type === 'root' ? { tree, flattened } : null
  } catch (error) {
    if (error instanceof Beyond || error instanceof RangeError) return null
    throw error
  }
}

/** The parser's own tree, given up where it grows beyond reason. */
function countingAdapter(most: number): Adapter {
  let elements = 0
  const depths = new WeakMap<object, number>()
  return {
    ...defaultTreeAdapter,
    createElement: (...element) => {
      if (++elements > most) throw new Beyond()
      return defaultTreeAdapter.createElement(...element)
    },
    appendChild: (parent, child) => {
      const depth = (depths.get(parent) ?? 0) + 1
      if (depth > DEEPEST_PARSED) throw new Beyond()
      depths.set(child, depth)
      defaultTreeAdapter.appendChild(parent, child)
    },
  }
}

/** Lifts what lies too deep, without calling itself. @returns whether there was something */
function flatten(document: Parent): boolean {
  let flattened = false
  const open: { readonly node: Parent; readonly depth: number }[] = [{ node: document, depth: 0 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next
    if (depth >= DEEPEST && node.childNodes.some(hasChildren)) {
      flattened = true
      node.childNodes = inOrder(node.childNodes)
    }
    for (const child of node.childNodes) {
      if (hasChildren(child)) open.push({ node: child, depth: depth + 1 })
    }
  }
  return flattened
}

type Child = DefaultTreeAdapterTypes.ChildNode

/** All nodes below in the order of the page, side by side: an element stands empty before what was in it. */
function inOrder(nodes: readonly Child[]): Child[] {
  const flat: Child[] = []
  const open = nodes.toReversed()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    flat.push(node)
    if (!hasChildren(node)) continue
    if (!unread.has(node.nodeName)) for (const child of node.childNodes.toReversed()) open.push(child)
    node.childNodes = []
  }
  return flat
}

/** Their text is not for people. */
const unread = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'textarea',
  'select',
  'svg',
  'math',
  'title',
])

function hasChildren(node: Child): node is DefaultTreeAdapterTypes.Element {
  return 'childNodes' in node && node.childNodes.length > 0
}
