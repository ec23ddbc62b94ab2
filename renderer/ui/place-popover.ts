/** What is needed of a rectangle, in viewport pixels. */
export interface Box {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

interface Size {
  readonly width: number
  readonly height: number
}

// Between the popover and the words, in pixels.
const GAP = 8
// Between the popover and the border of the stage.
const EDGE = 4

/**
 * Where the popover goes: over the first line of the selection, where there is no room under its last, held
 * inside the stage from side to side. null: the selection is out of sight or leaves no room, so it stays away.
 */
export function placePopover(
  selection: { readonly first: Box; readonly last: Box } | null,
  stage: Box,
  popover: Size,
): { readonly left: number; readonly top: number } | null {
  if (selection === null) return null
  const { first, last } = selection
  if (last.bottom < stage.top || first.top > stage.bottom) return null
  const over = first.top - GAP - popover.height
  const under = last.bottom + GAP
  const left = (line: Box) =>
    Math.round(Math.max(stage.left + EDGE, Math.min(line.left, stage.right - popover.width - EDGE)))
  if (over >= stage.top + EDGE) return { left: left(first), top: Math.round(over) }
  if (under + popover.height <= stage.bottom - EDGE) return { left: left(last), top: Math.round(under) }
  return null
}
