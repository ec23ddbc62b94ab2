import type { PlacedAnnotation } from '../../../shared/annotation/annotation.ts'
import type { AnnotationId } from '../../../shared/units.ts'

/** One of the marks that lie over each other at a place. */
export interface Hovered {
  readonly annotation: PlacedAnnotation
  /** Its turn among them, from 1, the shortest first as `X` goes. */
  readonly turn: number
  readonly of: number
}

/** Of the marks under the pointer the active one, else the shortest, as a click would take it. null: none is. */
export function pickHovered(here: readonly PlacedAnnotation[], active: AnnotationId | null): Hovered | null {
  const length = ({ span }: PlacedAnnotation) => span.end - span.start
  const sorted = here.toSorted((a, b) => length(a) - length(b) || (a.id < b.id ? -1 : 1))
  const at = Math.max(
    0,
    sorted.findIndex(({ id }) => id === active),
  )
  const annotation = sorted[at]
  return annotation === undefined ? null : { annotation, turn: at + 1, of: sorted.length }
}
