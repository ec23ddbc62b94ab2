import type { Element } from 'hast'
import { isBlock } from './hast-blocks.ts'
import { textOf } from './hast-inline.ts'

/** UTF-16 units in one cell: a table of figures has a line or two, a page laid out by a table whole stories. */
const LONGEST_CELL = 600
/** Paragraphs and the like in one cell. */
const MOST_BLOCKS = 4

const ofStories = new Set('h1 h2 h3 h4 h5 h6 article section figure blockquote table form'.split(' '))

/** Whether a table only lays out a page, as old pages do: its cells are then read one after the other. */
export function isLayout(table: Element): boolean {
  const { role } = table.properties
  if (role === 'presentation' || role === 'none') return true
  const cells = descendants(table, 'td')
  if (cells.some((cell) => holdsStory(cell))) return true
  if (descendants(table, 'th').length > 0 || descendants(table, 'caption').length > 0) return false
  return cells.length === 1 || cells.some(isLong)
}

function holdsStory(element: Element): boolean {
  return element.children.some(
    (child) => child.type === 'element' && (ofStories.has(child.tagName) || holdsStory(child)),
  )
}

function isLong(cell: Element): boolean {
  const blocks = cell.children.filter((child) => child.type === 'element' && isBlock(child.tagName))
  return blocks.length > MOST_BLOCKS || textOf(cell).replace(/\s+/g, ' ').length > LONGEST_CELL
}

/** The nearest elements of a name below a node, in order; not those inside one that was found. */
export function descendants(node: Element, tagName: string): readonly Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return []
    return child.tagName === tagName ? [child] : descendants(child, tagName)
  })
}
