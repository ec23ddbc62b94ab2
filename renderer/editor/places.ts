import type { Place } from '../../shared/annotation/annotation.ts'
import type { AnnotatorId } from '../../shared/units.ts'
import { type AnnotationSet, inReadingOrder } from './annotation-set.ts'

/** Where one person's annotations stand, in reading order, orphans last. */
export function placesOf(set: AnnotationSet, person: AnnotatorId): readonly Pick<Place, 'id' | 'span'>[] {
  return inReadingOrder(set)
    .filter(({ creator }) => creator === person)
    .map(({ id, span }) => ({ id, span }))
}
