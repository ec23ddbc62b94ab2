import type { Place } from '../../shared/annotation/annotation.ts'
import type { AnnotatorId } from '../../shared/units.ts'
import type { AnnotationSet } from './annotation-set.ts'

/** Where one person's annotations stand, in reading order, orphans last. */
export function placesOf(set: AnnotationSet, person: AnnotatorId): readonly Pick<Place, 'id' | 'span'>[] {
  const { placed, orphans } = set
  // A colleague's 20,000 are not made anew for where one's own stand.
  const own = placed.entries.flatMap(({ creator }, i) => (creator === person ? (placed.item(i) ?? []) : []))
  return [...own, ...orphans.filter(({ creator }) => creator === person)].map(({ id, span }) => ({
    id,
    span,
  }))
}
