import type { Border } from './border-target.ts'
import type { Point } from './place-popover.ts'

/** Name of the highlight that marks.css draws. */
const PREVIEW = 'galley-preview'

/** Shows which words a mark would have if its border were let go here; null: no more. Nothing in the story changes. */
export function previewBorders(ends: Readonly<Record<Border, Point>> | null): void {
  CSS.highlights.delete(PREVIEW)
  if (ends === null) return
  const start = document.caretPositionFromPoint(ends.start.x, ends.start.y)
  const end = document.caretPositionFromPoint(ends.end.x, ends.end.y)
  if (start === null || end === null || !isStory(start.offsetNode) || !isStory(end.offsetNode)) return
  const range = document.createRange()
  range.setStart(start.offsetNode, start.offset)
  range.setEnd(end.offsetNode, end.offset)
  CSS.highlights.set(PREVIEW, new Highlight(range))
}

function isStory(node: Node): boolean {
  const element = node instanceof Element ? node : node.parentElement
  return (element?.closest('.story') ?? null) !== null
}
