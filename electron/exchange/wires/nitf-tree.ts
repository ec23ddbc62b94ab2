import type { ElementContent, Properties } from 'hast'
import type { Text, Xml } from '../xml/read-xml.ts'
import { allOf, childOf, elementsOf, isElement, textIn } from '../xml/walk-xml.ts'
import { oneLine, pictureAddress } from './assemble.ts'
import { captionElement, element } from './wire-html.ts'

/** NITF's elements that HTML has under the same or another name; any other gives its text. */
const names: ReadonlyMap<string, string> = new Map([
  ['p', 'p'],
  ['hl1', 'h1'],
  ['hl2', 'h2'],
  ['ul', 'ul'],
  ['ol', 'ol'],
  ['li', 'li'],
  ['bq', 'blockquote'],
  ['pre', 'pre'],
  ['table', 'table'],
  ['tr', 'tr'],
  ['td', 'td'],
  ['th', 'th'],
  ['hr', 'hr'],
  ['br', 'br'],
  ['em', 'em'],
  ['a', 'a'],
  ['block', 'div'],
  ['note', 'div'],
  ['credit', 'p'],
  ['tagline', 'p'],
  ['bibliography', 'p'],
])

/** For other programs only. */
const skipped = new Set([
  'media-metadata',
  'media-object',
  'nitf-table-metadata',
  'nitf-colgroup',
  'datasource',
])

/** What a story holds that can't be shown: the kinds of media, e.g. `video`. */
export type OtherMedia = string[]

/** The children of an element of NITF (3.x) as HTML. */
export function nitfTree(node: Xml, others: OtherMedia): ElementContent[] {
  return node.children.flatMap((child) => converted(child, others))
}

function converted(node: Xml | Text, others: OtherMedia): ElementContent[] {
  if (!isElement(node)) return [{ type: 'text', value: node.text }]
  if (skipped.has(node.name)) return []
  if (node.name === 'media') return media(node, others)
  const tagName = names.get(node.name)
  const children = nitfTree(node, others)
  if (tagName === undefined) return children
  const properties: Properties = tagName === 'a' ? { href: node.attributes.href ?? '' } : {}
  return [{ ...element(tagName, ...children), properties }]
}

/** A picture with the lines of its caption and its credit. */
function media(node: Xml, others: OtherMedia): ElementContent[] {
  const type = node.attributes['media-type'] ?? ''
  if (type !== '' && type !== 'image') {
    others.push(type)
    return []
  }
  const reference = widest(elementsOf(node).filter(({ name }) => name === 'media-reference'))
  const properties: Properties = {
    src: pictureAddress(reference?.attributes.source ?? ''),
    alt: reference?.attributes['alternate-text'] ?? '',
  }
  const lines = elementsOf(node).flatMap((child): ElementContent[][] => {
    if (child.name === 'media-producer') return [nitfTree(child, others)]
    if (child.name !== 'media-caption') return []
    const paragraphs = elementsOf(child).filter(({ name }) => name === 'p')
    return paragraphs.length === 0 ? [nitfTree(child, others)] : paragraphs.map((p) => nitfTree(p, others))
  })
  const image = { ...element('img'), properties }
  return [element('p', image), ...lines.map((line) => captionElement(...line))]
}

function widest(references: readonly Xml[]): Xml | undefined {
  return references.toSorted((a, b) => Number(b.attributes.width ?? 0) - Number(a.attributes.width ?? 0))[0]
}

/** The text of the first element of a name under a node, in one line; empty: none. */
export function lineUnder(node: Xml | null, name: string): string {
  const found = node === null ? undefined : (childOf(node, name) ?? allOf(node, name)[0])
  return found === undefined ? '' : lineOf(found)
}

/** An element's text in one line; parts of it such as name and office don't grow together. */
export function lineOf(node: Xml): string {
  const parts = node.children.map((child) => (isElement(child) ? ` ${textIn(child)} ` : child.text))
  return oneLine(parts.join('')).replace(/ (?=[,.;:!?])/g, '')
}
