import {
  type Annotation,
  byPlace,
  isPlaced,
  type PlacedAnnotation,
} from '../../shared/annotation/annotation.ts'
import type { AnnotationId, Span, TextOffset } from '../../shared/units.ts'
import { IntervalIndex } from './interval-index.ts'
import { PersistentMap } from './persistent-map.ts'
import type { TextChange } from './positions.ts'

/** All annotations of a story. Immutable; the functions below give the next one. */
export interface AnnotationSet {
  readonly byId: PersistentMap<Annotation>
  readonly placed: IntervalIndex<PlacedAnnotation>
  /** Those whose words were not found, by id. */
  readonly orphans: readonly Annotation[]
  /** Revision that each deleted annotation had, so that news from before its deletion can't bring it back. */
  readonly gone: PersistentMap<number>
}

export function annotationSet(annotations: readonly Annotation[]): AnnotationSet {
  return {
    byId: PersistentMap.from(annotations.map((annotation) => [annotation.id, annotation])),
    placed: IntervalIndex.of(annotations.filter(isPlaced)),
    orphans: annotations.filter((annotation) => !isPlaced(annotation)).sort(byPlace),
    gone: PersistentMap.empty(),
  }
}

/** In reading order, orphans last. */
export function inReadingOrder(set: AnnotationSet): readonly Annotation[] {
  return set.orphans.length === 0 ? set.placed.items : [...set.placed.items, ...set.orphans]
}

/** Adds an annotation or replaces the one with its id. */
export function put(set: AnnotationSet, annotation: Annotation): AnnotationSet {
  const rest = detach(set, annotation.id)
  return {
    byId: set.byId.set(annotation.id, annotation),
    placed: isPlaced(annotation) ? rest.placed.with(annotation) : rest.placed,
    orphans: isPlaced(annotation) ? rest.orphans : [...rest.orphans, annotation].sort(byPlace),
    gone: set.gone.delete(annotation.id),
  }
}

/** Takes an annotation out; the set itself if it is not in it. */
export function remove(set: AnnotationSet, id: AnnotationId): AnnotationSet {
  const annotation = set.byId.get(id)
  if (annotation === undefined) return set
  return {
    ...detach(set, id),
    byId: set.byId.delete(id),
    gone: set.gone.set(id, annotation.revision),
  }
}

/**
 * Takes in what the desk says. News that is older than what is known is left out: events and replies travel on
 * different ways and may overtake each other.
 */
export function receive(
  set: AnnotationSet,
  news: readonly Annotation[],
  removed: readonly AnnotationId[],
): AnnotationSet {
  const fresh = news.filter((annotation) => {
    const known = set.byId.get(annotation.id)?.revision ?? set.gone.get(annotation.id)
    const deleted = set.byId.get(annotation.id) === undefined
    return known === undefined || (deleted ? annotation.revision > known : annotation.revision >= known)
  })
  // A colleague's whole sidecar comes at once: sorting all again is then cheaper than adding one by one.
  if (fresh.length + removed.length > 50) return rebuild(set, fresh, removed)
  let next = set
  for (const id of removed) next = remove(next, id)
  for (const annotation of fresh) next = put(next, annotation)
  return next
}

/**
 * Moves the spans along with a change of the story text. What is typed at a border stays outside the mark; a
 * mark whose words are all gone becomes an orphan, it is never dropped.
 */
export function shift(set: AnnotationSet, changes: readonly TextChange[]): AnnotationSet {
  if (changes.length === 0) return set
  const moved = set.placed.items.map((annotation) => {
    const span = changes.reduce<Span | null>((at, change) => at && shiftSpan(at, change), annotation.span)
    return span === annotation.span ? annotation : { ...annotation, span }
  })
  return { ...annotationSet([...moved, ...set.orphans]), gone: set.gone }
}

function shiftSpan(span: Span, { at, deleted, inserted }: TextChange): Span | null {
  if (span.end <= at) return span
  const behind = at + deleted
  const move = inserted - deleted
  const start = span.start >= behind ? span.start + move : span.start >= at ? at + inserted : span.start
  const end = span.end > behind ? span.end + move : at
  return start < end ? { start: start as TextOffset, end: end as TextOffset } : null
}

function detach(set: AnnotationSet, id: AnnotationId): AnnotationSet {
  const known = set.byId.get(id)
  if (known === undefined) return set
  return isPlaced(known)
    ? { ...set, placed: set.placed.without(known) }
    : { ...set, orphans: set.orphans.filter((orphan) => orphan.id !== id) }
}

function rebuild(
  set: AnnotationSet,
  news: readonly Annotation[],
  removed: readonly AnnotationId[],
): AnnotationSet {
  const all = new Map(inReadingOrder(set).map((annotation) => [annotation.id, annotation]))
  let gone = set.gone
  for (const id of removed) {
    const annotation = all.get(id)
    if (annotation !== undefined && all.delete(id)) gone = gone.set(id, annotation.revision)
  }
  for (const annotation of news) {
    all.set(annotation.id, annotation)
    gone = gone.delete(annotation.id)
  }
  return { ...annotationSet([...all.values()]), gone }
}
