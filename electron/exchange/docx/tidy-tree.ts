import type { Element, ElementContent, Root, RootContent } from 'hast'
import { parsePart } from '../../../shared/story/html/parse-html.ts'
import { OWN_IDS } from './own-ids.ts'
import { pointsAsSpans, signOf } from './points.ts'

/**
 * Mammoth's HTML as a tree that the common reader understands: notes, cells and points in its words. Mammoth closes what
 * it opens, so there are no more elements than the document's own, which has its limits: here is none.
 * @returns null: it is nested beyond reason
 */
export function tidyTree(html: string): Root | null {
  const part = parsePart(pointsAsSpans(html), Number.POSITIVE_INFINITY)
  return part === null ? null : { type: 'root', children: part.tree.children.flatMap(tidied) }
}

function tidied<T extends RootContent>(node: T): readonly (T | ElementContent)[] {
  if (node.type !== 'element') return [node]
  const { tagName, properties } = node
  const children = node.children.flatMap(tidied)
  if (tagName === 'table' && onlyCell(node) !== null) return onlyCell({ ...node, children })?.children ?? []
  if (tagName === 'td' || tagName === 'th') return [{ ...node, children: apart(children) }]
  if (tagName === 'ol' && isNote(node.children[0])) {
    return [
      {
        type: 'element',
        tagName: 'section',
        properties: { dataFootnotes: '' },
        children: [{ ...node, children }],
      },
    ]
  }
  if (tagName === 'a' && String(properties.href ?? '').startsWith(`#${OWN_IDS}`)) return noteLink(node)
  return [{ ...node, children }]
}

function isNote(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && /^(?:foot|end)note-\d/.test(withoutPrefix(node.properties.id))
}

/** "[1]" in the text becomes a reference, the arrow back to it goes; a link to a place in the text is none. */
function noteLink(node: Element): readonly ElementContent[] {
  const own = withoutPrefix(node.properties.id)
  if (/^(?:foot|end)note-ref-/.test(own)) {
    const number = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
    const text: ElementContent = { type: 'text', value: number.replace(/[[\]]/g, '') }
    return [{ ...node, properties: { dataFootnoteRef: '' }, children: [text] }]
  }
  const to = withoutPrefix(String(node.properties.href).slice(1))
  return /^(?:foot|end)note-ref-/.test(to) ? [] : node.children.flatMap(tidied)
}

function withoutPrefix(id: unknown): string {
  return typeof id === 'string' && id.startsWith(OWN_IDS) ? id.slice(OWN_IDS.length) : ''
}

/** A table of one cell is a box around text. */
function onlyCell(table: Element): Element | null {
  const rows = elements(table).flatMap((child) => (child.tagName === 'tr' ? [child] : elements(child)))
  const cells = rows.flatMap(elements)
  return cells.length === 1 ? (cells[0] ?? null) : null
}

function elements(node: Element): readonly Element[] {
  return node.children.filter((child) => child.type === 'element')
}

const blocks = new Set('p li ul ol td th tr table blockquote figcaption h1 h2 h3 h4 h5 h6'.split(' '))

/** A cell is one line of text: what were paragraphs, or cells of a table in it, keep a blank between them. */
function apart(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    const inner = { ...child, children: apart(child.children) }
    return blocks.has(child.tagName) ? [inner, { type: 'text', value: ' ' }] : [inner]
  })
}

/** The tree without points, as if the document had no comments. */
export function withoutPoints(tree: Root): Root {
  return { type: 'root', children: whole(tree.children) }
}

/** The tree with a sign in the text for each point. */
export function withSigns(tree: Root): Root {
  return { type: 'root', children: tree.children.flatMap(signed) }
}

function signed<T extends RootContent>(node: T): readonly (T | ElementContent)[] {
  if (node.type !== 'element') return [node]
  const number = pointOf(node)
  if (number !== null) return [{ type: 'text', value: signOf(number) }]
  return [{ ...node, children: node.children.flatMap(signed) }]
}

function pointOf(node: RootContent): string | null {
  const number = node.type === 'element' ? node.properties.dataPoint : undefined
  return typeof number === 'string' ? number : null
}

const mergeable = new Set('strong em s sup sub a'.split(' '))

/** Children without points; what a point had parted is one again. */
function whole<T extends RootContent>(children: readonly T[]): T[] {
  const result: T[] = []
  for (const child of children) {
    if (pointOf(child) !== null) continue
    const last = result.at(-1)
    if (last?.type === 'element' && child.type === 'element' && isOneWith(last, child)) {
      result[result.length - 1] = { ...last, children: [...last.children, ...child.children] }
    } else result.push(child)
  }
  return result.map((child) =>
    child.type === 'element' ? { ...child, children: whole(child.children) } : child,
  )
}

function isOneWith(last: Element, next: Element): boolean {
  return (
    mergeable.has(last.tagName) &&
    last.tagName === next.tagName &&
    JSON.stringify(last.properties) === JSON.stringify(next.properties)
  )
}
