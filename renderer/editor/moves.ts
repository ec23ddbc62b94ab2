import type { Span, TextOffset } from '../../shared/units.ts'
import type { TextChange } from './positions.ts'

/** Changes of a text that all speak about the text before them, don't touch, and stand in order; to be asked often. */
export interface Moves {
  readonly changes: readonly TextChange[]
  /** By how much the text before each change has moved; one more than there are changes. */
  readonly by: readonly number[]
}

/** Takes changes in order that don't touch one another. */
export function movesOf(changes: readonly TextChange[]): Moves {
  const by = [0]
  for (const { deleted, inserted } of changes) by.push((by.at(-1) ?? 0) + inserted - deleted)
  return { changes, by }
}

/**
 * Where a span stands after the changes; the span itself if it stays; null: nothing of it is left. What is put
 * at a border stays outside, unless it stands for words of the span.
 */
export function moveSpan(span: Span, moves: Moves): Span | null {
  const { changes, by } = moves
  // Typing: one change, and nearly all marks lie wholly before or behind it.
  const [one] = changes
  if (one === undefined || span.end <= one.at) return span
  if (changes.length === 1 && span.start >= one.at + one.deleted && span.start > one.at) {
    const move = by[1] ?? 0
    return { start: (span.start + move) as TextOffset, end: (span.end + move) as TextOffset }
  }
  // The last change that begins at or before the start, and the last that begins before the end.
  const first = countBefore(changes, span.start + 1) - 1
  const last = countBefore(changes, span.end) - 1
  const start = moveStart(span, changes[first], by[first] ?? 0, by[first + 1] ?? 0)
  const end = moveEnd(span, changes[last], by[last] ?? 0, by[last + 1] ?? 0)
  if (start >= end) return null
  if (start === span.start && end === span.end) return span
  return { start: start as TextOffset, end: end as TextOffset }
}

/** @param before by how much the text before the change moved; `after`: the text behind it */
function moveStart(span: Span, change: TextChange | undefined, before: number, after: number): number {
  if (change === undefined) return span.start
  const behind = change.at + change.deleted
  if (change.at === span.start && isPart(span, change)) return span.start + before
  return span.start >= behind ? span.start + after : change.at + before + change.inserted
}

function moveEnd(span: Span, change: TextChange | undefined, before: number, after: number): number {
  if (change === undefined) return span.end
  const behind = change.at + change.deleted
  if (behind === span.end && isPart(span, change)) return span.end + after
  return span.end > behind ? span.end + after : change.at + before
}

/** Replaces words of the span, not all of them, and none outside. */
function isPart(span: Span, { at, deleted }: TextChange): boolean {
  const inside = at >= span.start && at + deleted <= span.end
  return deleted > 0 && inside && deleted < span.end - span.start
}

/** How many changes begin before an offset. */
function countBefore(changes: readonly TextChange[], offset: number): number {
  let low = 0
  let high = changes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((changes[middle]?.at ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
