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

export interface Point {
  readonly x: number
  readonly y: number
}

export interface PopoverPlace {
  readonly left: number
  readonly top: number
  /** On which side of the words it stands. */
  readonly side: 'over' | 'under'
}

interface Wishes {
  /** Where the pointer let go of the words; null: they were chosen with keys. */
  readonly pointer?: Point | null
  /** Height of what may unfold on the far side of the popover, in pixels. */
  readonly spare?: number
  /** The side to try first, whatever the pointer did. */
  readonly side?: PopoverPlace['side']
}

// Between the popover and the words, in pixels.
const GAP = 8
// Between the popover and the border of the stage.
const EDGE = 4

/**
 * Where the popover goes: with the pointer to the end of the words where it let go, with keys over the first line;
 * where there is no room, to the other side. Held inside the stage from side to side. null: the words are out of
 * sight or leave no room, so it stays away rather than cover them.
 */
export function placePopover(
  words: { readonly first: Box; readonly last: Box } | null,
  stage: Box,
  popover: Size,
  { pointer = null, spare = 0, side }: Wishes = {},
): PopoverPlace | null {
  if (words === null) return null
  const { first, last } = words
  if (last.bottom < stage.top || first.top > stage.bottom) return null
  const left = (line: Box) => {
    const wished = pointer === null ? line.left : pointer.x - popover.width / 2
    return Math.round(Math.max(stage.left + EDGE, Math.min(wished, stage.right - popover.width - EDGE)))
  }
  const tops = { over: first.top - GAP - popover.height, under: last.bottom + GAP }
  const fits = {
    over: (height: number) => tops.over - height >= stage.top + EDGE,
    under: (height: number) => tops.under + popover.height + height <= stage.bottom - EDGE,
  }
  const wanted = side ?? (pointer !== null && isNearer(pointer, last, first) ? 'under' : 'over')
  const sides = wanted === 'over' ? (['over', 'under'] as const) : (['under', 'over'] as const)
  const found = sides.find((one) => fits[one](spare)) ?? sides.find((one) => fits[one](0))
  if (found === undefined) return null
  return { left: left(found === 'over' ? first : last), top: Math.round(tops[found]), side: found }
}

/** Of two lines; equally near is not nearer, so that one line keeps the popover over it. */
function isNearer({ y }: Point, line: Box, other: Box): boolean {
  return Math.abs(y - (line.top + line.bottom) / 2) < Math.abs(y - (other.top + other.bottom) / 2)
}
