import type { Element, RootContent } from 'hast'
import { parsePart } from '../../../shared/story/html/parse-html.ts'
import { pictureAddress } from './assemble.ts'

/** Never part of what is read. */
const dropped = new Set(
  (
    'script style template iframe frame frameset object embed applet noscript svg math canvas audio video form input ' +
    'button select textarea head title meta link base'
  ).split(' '),
)

/** … and what a reader would miss, by the names that a warning has for it. */
const missed: ReadonlyMap<string, string> = new Map([
  ['video', 'video'],
  ['audio', 'audio'],
  ['iframe', 'page'],
  ['object', 'page'],
  ['embed', 'page'],
  ['svg', 'drawing'],
])

/** A body without anything that runs, is fetched, or isn't text. */
export interface WireHtml {
  readonly nodes: readonly RootContent[]
  /** Kinds of what was taken out and would be missed. */
  readonly others: readonly string[]
}

/**
 * The body of a wire story as a tree.
 * @returns null: it is nested beyond reason
 */
export function wireHtml(html: string): WireHtml | null {
  const part = parsePart(html)
  if (part === null || part.flattened) return null
  const others: string[] = []
  return { nodes: part.tree.children.flatMap((node) => cleaned(node, others)), others }
}

function cleaned<T extends RootContent>(node: T, others: string[]): readonly T[] {
  if (node.type === 'comment' || node.type === 'doctype') return []
  if (node.type !== 'element') return [node]
  if (dropped.has(node.tagName)) {
    const kind = missed.get(node.tagName)
    if (kind !== undefined) others.push(kind)
    return []
  }
  const children = node.children.flatMap((child) => cleaned(child, others))
  if (node.tagName !== 'img') return [{ ...node, children }]
  const src = typeof node.properties.src === 'string' ? pictureAddress(node.properties.src) : ''
  return [{ ...node, properties: { ...node.properties, src } }]
}

/** An element without properties. */
export function element(tagName: string, ...children: Element['children']): Element {
  return { type: 'element', tagName, properties: {}, children }
}

/** A line of a caption as the common reader knows it. */
export function captionElement(...children: Element['children']): Element {
  return element('figure', element('figcaption', ...children))
}
