import type { PlacedAnnotation } from '../annotation/annotation.ts'
import { span, type TagId } from '../units.ts'
import { mergeSpans } from './counts.ts'
import { cutIntoSegments } from './segments.ts'

/** A stretch of the story, as parts of its length: 0 the first character, 1 the end. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

export interface TaggedStretch extends Stretch {
  readonly tag: TagId
}

/** One row of the tag strip: where in the story a tag was used. */
export interface StripRow {
  readonly tag: TagId
  readonly stretches: readonly Stretch[]
}

/**
 * The tag strip with a row for each tag given, so that overlaps stay visible.
 * `least`: the narrowest stretch, as a part of the story, so that one marked word in a long read still shows.
 */
export function stripRows(
  placed: readonly PlacedAnnotation[],
  textLength: number,
  tags: readonly TagId[],
  least = 0,
): readonly StripRow[] {
  return tags.map((tag) => {
    const spans = placed.filter((annotation) => annotation.tag === tag).map((annotation) => annotation.span)
    return { tag, stretches: widen(mergeSpans(spans), textLength, least) }
  })
}

/**
 * The tag strip in a single line. Where annotations overlap the shortest shows, as it does for a click;
 * stretches of one tag that touch are one. Unmarked stretches are left out.
 */
export function stripLine(placed: readonly PlacedAnnotation[], textLength: number): readonly TaggedStretch[] {
  if (textLength === 0) return []
  const items = placed.map(({ span: { start, end }, tag }) => ({ start, end, tag }))
  const line: TaggedStretch[] = []
  for (const { start, end, over } of cutIntoSegments(items, span(0, textLength))) {
    const [first, ...others] = over
    if (first === undefined) continue
    const top = others.reduce((best, item) => (length(item) < length(best) ? item : best), first)
    const last = line.at(-1)
    const next = { start: start / textLength, end: end / textLength, tag: top.tag }
    if (last?.tag === top.tag && last.end === next.start)
      line[line.length - 1] = { ...next, start: last.start }
    else line.push(next)
  }
  return line
}

/** Widens narrow stretches about their middle, moved inside the story; what meets then becomes one. */
function widen(spans: readonly Stretch[], textLength: number, least: number): readonly Stretch[] {
  if (textLength === 0) return []
  const wide: Stretch[] = []
  for (const stretch of spans) {
    const { start, end } = atLeast(least, {
      start: stretch.start / textLength,
      end: stretch.end / textLength,
    })
    const last = wide.at(-1)
    if (last === undefined || start > last.end) wide.push({ start, end })
    else wide[wide.length - 1] = { start: last.start, end: Math.max(last.end, end) }
  }
  return wide
}

function atLeast(width: number, stretch: Stretch): Stretch {
  if (length(stretch) >= width) return stretch
  const middle = (stretch.start + stretch.end) / 2
  const start = Math.min(Math.max(middle - width / 2, 0), 1 - width)
  return { start, end: start + width }
}

function length({ start, end }: Stretch): number {
  return end - start
}
