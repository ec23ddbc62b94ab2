import type { Element } from 'hast'
import { descendants } from './hast-table.ts'

/** What stands around a block. */
export interface Place {
  /** The innermost list, quotation, caption of a picture or title of a definition or table; null: none. */
  readonly inside: 'item' | 'quote' | 'caption' | 'term' | null
  /** How many lists and quotations are open. */
  readonly lists: number
  readonly quotes: number
  /** Marker of the item, used up by its first block. */
  readonly marker: { text: string }
  /** Put before the first paragraph, e.g. a footnote's number; used up as well. */
  readonly prefix: { text: string }
  /** What the page itself says of the block: see {@link HINT}. */
  readonly hint: 'byline' | 'caption' | null
}

/** Around nothing. */
export const outside: Place = {
  inside: null,
  lists: 0,
  quotes: 0,
  marker: { text: '' },
  prefix: { text: '' },
  hint: null,
}

/** Property of an element that holds a byline or a caption by its class. Only `cleanHtml` sets it. */
export const HINT = 'galleyHint'

/** The place within an element that holds blocks. */
export function inside(place: Place, element: Element): Place {
  const { tagName, properties } = element
  const hint = properties[HINT]
  if (hint === 'byline' || hint === 'caption') return { ...place, hint }
  if (tagName === 'blockquote') return { ...place, inside: 'quote', quotes: place.quotes + 1 }
  if (tagName === 'dd') return { ...place, inside: 'item', lists: place.lists + 1, marker: { text: '' } }
  if (tagName === 'dt' || tagName === 'summary') return { ...place, inside: 'term' }
  // A figure can hold a quotation or a table, too: what stands around these is no caption.
  if (tagName === 'figure' && !holds(element, 'blockquote') && !holds(element, 'table'))
    return { ...place, inside: 'caption' }
  return place
}

function holds(element: Element, tagName: string): boolean {
  return descendants(element, tagName).length > 0
}

/** The sign of a task list item; null: it is none. */
export function checkboxOf(item: Element): string | null {
  const first = item.children.find((child) => child.type === 'element')
  const box = first?.tagName === 'p' ? first.children[0] : first
  if (box?.type !== 'element' || box.tagName !== 'input') return null
  return box.properties.checked === true ? '☑' : '☐'
}
