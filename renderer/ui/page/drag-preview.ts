import type { Border } from './border-target.ts'
import type { Box, Point } from './place-popover.ts'

interface Dragged {
  readonly border: Border
  /** Where it would go. */
  readonly moved: Box
  /** Where the other border stands; null: too far away to be drawn. */
  readonly other: Box | null
  readonly rtl: boolean
  /** What can be seen of the page, in pixels of the window. */
  readonly sight: Box
}

/**
 * Points of the window between which the words lie that a mark would have. What is out of sight is shown as far as the
 * page can be seen.
 */
export function dragPreview({ border, moved, other, rtl, sight }: Dragged): Readonly<Record<Border, Point>> {
  const first = { x: rtl ? sight.right - 1 : sight.left + 1, y: sight.top + 1 }
  const last = { x: rtl ? sight.left + 1 : sight.right - 1, y: sight.bottom - 1 }
  const point = (box: Box | null, far: Point): Point => {
    if (box === null) return far
    const middle = (box.top + box.bottom) / 2
    if (middle < sight.top) return first
    return middle > sight.bottom ? last : { x: box.left, y: middle }
  }
  return border === 'start'
    ? { start: point(moved, first), end: point(other, last) }
    : { start: point(other, first), end: point(moved, last) }
}
