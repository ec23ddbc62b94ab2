import type { EditorView } from 'prosemirror-view'
import type { Span, TextOffset } from '../../shared/units.ts'
import type { Piece } from './decorations.ts'
import { positionsOf } from './positions.ts'

/** What can be seen of the page: its top and bottom on the screen, in pixels of the window. */
interface Sight {
  readonly top: number
  readonly bottom: number
}

/** The element that scrolls the story; null: the window itself. */
export function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    const { overflowY } = getComputedStyle(parent)
    if (overflowY === 'auto' || overflowY === 'scroll') return parent
  }
  return null
}

export function sightOf(scroller: HTMLElement | null): Sight {
  const rect = scroller?.getBoundingClientRect()
  return { top: Math.max(0, rect?.top ?? 0), bottom: Math.min(innerHeight, rect?.bottom ?? innerHeight) }
}

/**
 * The text of the chunks that lie in the viewport or near it; null: the page has no height yet.
 * A chunk's box is known without laying out what is in it, and bisecting asks for about ten of them.
 * @param screens how near, in heights of the viewport
 */
export function measureWindow(view: EditorView, scroller: HTMLElement | null, screens: number): Piece | null {
  const { top, bottom } = sightOf(scroller)
  const screen = bottom - top
  const chunks = view.dom.children
  if (screen <= 0 || chunks.length === 0) return null
  const first = firstThat(chunks, (rect) => rect.bottom > top - screens * screen)
  const behind = firstThat(chunks, (rect) => rect.top >= bottom + screens * screen)
  const last = Math.max(first, behind - 1)
  return positionsOf(view.state.doc).chunkSpan(Math.min(first, chunks.length - 1), last)
}

/**
 * The same block by block: some screens hold only a part of their first and last chunk. What is in those is laid out,
 * so it is for what is in sight or will be in a moment.
 */
export function measureBlocks(view: EditorView, scroller: HTMLElement | null, screens: number): Piece | null {
  const { top, bottom } = sightOf(scroller)
  const screen = bottom - top
  if (screen <= 0 || view.dom.children.length === 0) return null
  const above = blockAtHeight(view, top - screens * screen)
  const below = blockAtHeight(view, bottom + screens * screen)
  return { start: above.start, end: below.end }
}

/** The text of the block that lies at a height of the window, of the last one where the story ends above it. */
function blockAtHeight(view: EditorView, y: number): Piece {
  const positions = positionsOf(view.state.doc)
  const chunks = view.dom.children
  const index = Math.min(
    firstThat(chunks, (rect) => rect.bottom > y),
    chunks.length - 1,
  )
  const blocks = chunks[index]?.children
  if (blocks === undefined || blocks.length === 0) return positions.chunkSpan(index, index)
  const at = Math.min(
    firstThat(blocks, (rect) => rect.bottom > y),
    blocks.length - 1,
  )
  return positions.blockSpan(positions.blockStart(index, at))
}

/** The text that can be seen now, to within a line; null: none. */
export function measureVisible(view: EditorView, scroller: HTMLElement | null): Span | null {
  const sight = sightOf(scroller)
  const start = offsetAtHeight(view, sight.top)
  const end = offsetAtHeight(view, sight.bottom)
  return start < end ? { start, end } : null
}

/** The offset that lies at a height of the window, guessed within its block by how far down it is. */
function offsetAtHeight(view: EditorView, y: number): TextOffset {
  const positions = positionsOf(view.state.doc)
  const chunks = view.dom.children
  const index = firstThat(chunks, (rect) => rect.bottom > y)
  const chunk = chunks[index]
  if (chunk === undefined) return positions.length as TextOffset
  const blocks = chunk.children
  const at = firstThat(blocks, (rect) => rect.bottom > y)
  const block = blocks[at]
  if (block === undefined) return positions.chunkSpan(index, index).end
  const { start, end } = positions.blockSpan(positions.blockStart(index, at))
  const rect = block.getBoundingClientRect()
  const share = rect.height > 0 ? Math.min(1, Math.max(0, (y - rect.top) / rect.height)) : 0
  return Math.round(start + share * (end - start)) as TextOffset
}

/** Index of the first element whose box fulfils a condition that, once true, stays true further down. */
function firstThat(elements: HTMLCollection, holds: (rect: DOMRect) => boolean): number {
  let low = 0
  let high = elements.length
  while (low < high) {
    const middle = (low + high) >> 1
    const element = elements[middle]
    if (element !== undefined && holds(element.getBoundingClientRect())) high = middle
    else low = middle + 1
  }
  return low
}
