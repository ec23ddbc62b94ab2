import type { Root } from 'hast'
import type { Place } from './hast-place.ts'
import * as looks from './looks.ts'
import type { BlockKind } from './story.ts'
import type { Inline } from './story-builder.ts'

type Node = Root['children'][number]

/** A byline that the page calls one: several names with their offices. Longer is a note on the author. */
const LONGEST_BYLINE = 160
/** "Published 20 November 2026, 10.04 a.m., updated 3 hours ago". */
const LONGEST_TIME = 80
/** What a page calls a caption; longer is running text under a careless name. */
const LONGEST_CAPTION = 800

/** What a paragraph is, outside of lists and quotations. */
export function kindOf(
  content: Inline,
  nodes: readonly Node[],
  place: Place,
  before: { readonly lastKind: BlockKind | null; readonly inHead: boolean },
): BlockKind {
  const { text } = content
  if (place.inside === 'caption') return 'caption'
  if (place.inside === 'term') return text.length <= LONGEST_TIME ? 'label' : 'paragraph'
  if (before.lastKind === 'image' && (isAllItalic(content) || looks.isCaption(text))) return 'caption'
  const followsPicture = before.lastKind === 'image' || before.lastKind === 'caption'
  if (place.hint === 'caption' && followsPicture && text.length <= LONGEST_CAPTION) return 'caption'
  if (looks.isDateline(text) || (text.length <= LONGEST_TIME && isTime(nodes))) return 'dateline'
  if (before.inHead && looks.isByline(text)) return 'byline'
  if (place.hint === 'byline' && text.length <= LONGEST_BYLINE && !/[.!?。！？؟]$/u.test(text))
    return 'byline'
  return looks.isLabel(text) ? 'label' : 'paragraph'
}

function isAllItalic({ text, marks }: Inline): boolean {
  return marks.some(({ kind, start, end }) => kind === 'emphasis' && start === 0 && end === text.length)
}

/** Nothing but `<time>` elements and white space. */
function isTime(nodes: readonly Node[]): boolean {
  let found = false
  for (const node of nodes) {
    if (node.type === 'text' && node.value.trim() !== '') return false
    if (node.type !== 'element') continue
    if (node.tagName !== 'time' && !isTime(node.children)) return false
    found = true
  }
  return found
}
