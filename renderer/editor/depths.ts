import type { PlacedAnnotation } from '../../shared/annotation/annotation.ts'
import { lanesOf } from '../../shared/report/segments.ts'
import type { AnnotationId } from '../../shared/units.ts'
import type { IntervalIndex } from './interval-index.ts'

/** Deepest underline; more marks than this over one word share it. Four lines fit between two lines of text. */
export const MAX_DEPTH = 3

/**
 * On which level each mark's underline lies, so that marks over the same words have different ones: the first
 * level that is free where the mark begins, in reading order. It starts from the beginning of the group of
 * overlapping marks that reaches into the range, so that levels don't depend on what is in sight.
 */
export function depthsIn(
  placed: IntervalIndex<PlacedAnnotation>,
  from: number,
  to: number,
  isVisible: (annotation: PlacedAnnotation) => boolean,
): ReadonlyMap<AnnotationId, number> {
  let start = from
  for (;;) {
    const earliest = placed.at(start).find(isVisible)?.span.start ?? start
    if (earliest >= start) break
    start = earliest
  }
  const marks = placed.range(start, to).filter(isVisible)
  const items = marks.map(({ id, span }) => ({ ...span, id }))
  const lanes = lanesOf(items)
  return new Map(items.map((item) => [item.id, Math.min(lanes.get(item) ?? 0, MAX_DEPTH)]))
}
