import {
  type Annotation,
  byPlace,
  isPlaced,
  type Place,
  type PlacedAnnotation,
} from '../../shared/annotation/annotation.ts'
import type { AnnotationId } from '../../shared/units.ts'
import { IntervalIndex } from './interval-index.ts'
import { type Moves, moveSpan, movesOf } from './moves.ts'
import { PersistentMap } from './persistent-map.ts'
import type { TextChange } from './positions.ts'
import { standingAt } from './standing-at.ts'

/** All annotations of a story. Immutable; the functions below give the next one. */
export interface AnnotationSet {
  readonly byId: ById
  readonly placed: IntervalIndex<PlacedAnnotation>
  /** Those whose words were not found, by id. */
  readonly orphans: readonly Annotation[]
  /** Revision that each deleted annotation had, so that news from before its deletion can't bring it back. */
  readonly gone: PersistentMap<number>
  /** Those whose sentence had changed when their words last were the confirmed ones. */
  readonly sentences: ReadonlySet<AnnotationId>
  /** All in reading order, orphans last: the same array as long as they only move along with the text, with old places. */
  contents(): readonly Annotation[]
}

/** Annotations by id. */
interface ById {
  readonly size: number
  get(id: AnnotationId): Annotation | undefined
}

type Parts = Omit<AnnotationSet, 'byId' | 'contents'>

export function annotationSet(annotations: readonly Annotation[]): AnnotationSet {
  return setOf({
    sentences: new Set(annotations.filter(({ drift }) => drift === 'sentence').map(({ id }) => id)),
    placed: indexOf(annotations.filter(isPlaced)),
    orphans: annotations.filter((annotation) => !isPlaced(annotation)).sort(byPlace),
    gone: PersistentMap.empty(),
  })
}

/** @param contents those of the set before, if they are the same */
function setOf(
  { placed, orphans, gone, sentences }: Parts,
  contents: AnnotationSet['contents'] = contentsOf(placed, orphans),
): AnnotationSet {
  let lost: ReadonlyMap<AnnotationId, Annotation> | null = null
  const byId: ById = {
    size: placed.size + orphans.length,
    get(id) {
      const found = placed.get(id)
      if (found !== undefined || orphans.length === 0) return found
      lost ??= new Map(orphans.map((orphan) => [orphan.id, orphan]))
      return lost.get(id)
    },
  }
  return { byId, placed, orphans, gone, sentences, contents }
}

function contentsOf(
  { entries }: IntervalIndex<PlacedAnnotation>,
  orphans: readonly Annotation[],
): AnnotationSet['contents'] {
  let all: readonly Annotation[] | null = null
  return () => {
    all ??= orphans.length === 0 ? entries : [...entries, ...orphans]
    return all
  }
}

function indexOf(placed: readonly PlacedAnnotation[]): IntervalIndex<PlacedAnnotation> {
  return IntervalIndex.of(placed, (annotation, span) => standingAt(annotation, span, annotation.drift))
}

/** In reading order, orphans last. */
export function inReadingOrder(set: AnnotationSet): readonly Annotation[] {
  return set.orphans.length === 0 ? set.placed.items : [...set.placed.items, ...set.orphans]
}

/** Adds an annotation or replaces the one with its id. */
export function put(set: AnnotationSet, annotation: Annotation): AnnotationSet {
  const rest = detach(set, annotation.id)
  return setOf({
    placed: isPlaced(annotation) ? rest.placed.with(annotation) : rest.placed,
    orphans: isPlaced(annotation) ? rest.orphans : [...rest.orphans, annotation].sort(byPlace),
    gone: set.gone.delete(annotation.id),
    sentences: withSentence(set.sentences, annotation),
  })
}

/** Takes an annotation out; the set itself if it is not in it. */
export function remove(set: AnnotationSet, id: AnnotationId): AnnotationSet {
  const annotation = set.byId.get(id)
  if (annotation === undefined) return set
  return setOf({ ...set, ...detach(set, id), gone: set.gone.set(id, annotation.revision) })
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
 * mark whose words are all gone becomes an orphan, it is never dropped. Changes come one after the other, each
 * speaks about the text before it.
 */
export function shift(set: AnnotationSet, changes: readonly TextChange[]): AnnotationSet {
  const happened = changes.filter(({ deleted, inserted }) => deleted + inserted > 0)
  if (happened.length === 0) return set
  let { placed } = set
  for (const change of happened) {
    const moved = placed.moved(change)
    if (moved === null) {
      const steps = happened.map((each) => movesOf([each]))
      return moveAll(set, steps, new Map())
    }
    placed = moved
  }
  return placed === set.placed ? set : setOf({ ...set, placed }, set.contents)
}

/** Takes in where annotations stand in today's text. Says nothing about those that are not named. */
export function settle(set: AnnotationSet, places: readonly Place[]): AnnotationSet {
  const news = places.filter(({ id, span, drift }) => {
    const known = set.byId.get(id)
    if (known === undefined) return false
    return known.drift !== drift || known.span?.start !== span?.start || known.span?.end !== span?.end
  })
  // Sorting all again is cheaper than many one by one.
  if (news.length > 8) return moveAll(set, [], new Map(news.map((place) => [place.id, place])))
  return news.reduce((next, { id, span, drift }) => {
    const known = next.byId.get(id)
    return known === undefined ? next : put(next, { ...known, span, drift })
  }, set)
}

/**
 * One slice of another text: the marks move with `changes`, which all speak about the text before and don't
 * touch, then take the places that are already known.
 */
export function advance(
  set: AnnotationSet,
  changes: readonly TextChange[],
  places: readonly Place[],
): AnnotationSet {
  return moveAll(set, [movesOf(changes)], new Map(places.map((place) => [place.id, place])))
}

/** All spans in one go. Annotations that stay where they are stay the same objects. */
function moveAll(
  set: AnnotationSet,
  steps: readonly Moves[],
  places: ReadonlyMap<AnnotationId, Place>,
): AnnotationSet {
  let moves = 0
  const drifted: Annotation[] = []
  const move = (annotation: Annotation): Annotation => {
    const place = places.size === 0 ? undefined : places.get(annotation.id)
    let span = place === undefined ? annotation.span : place.span
    if (place === undefined) for (const moves of steps) span = span && moveSpan(span, moves)
    const drift = span === null ? 'none' : (place?.drift ?? annotation.drift)
    const stays = span?.start === annotation.span?.start && span?.end === annotation.span?.end
    if (stays && drift === annotation.drift) return annotation
    const moved = standingAt(annotation, span, drift)
    moves++
    if (drift !== annotation.drift || annotation.span === null) drifted.push(moved)
    return moved
  }
  const all = set.placed.items.map(move)
  const orphans = places.size === 0 ? set.orphans : set.orphans.map(move)
  if (moves === 0) return set
  const lost = all.filter((annotation) => !isPlaced(annotation))
  const found = orphans.filter(isPlaced)
  const same = lost.length + found.length === 0
  const placed = indexOf(same ? (all as PlacedAnnotation[]) : [...all.filter(isPlaced), ...found])
  const still = same
    ? orphans
    : [...orphans.filter((annotation) => !isPlaced(annotation)), ...lost].sort(byPlace)
  return setOf({
    placed,
    orphans: still,
    gone: set.gone,
    sentences: drifted.reduce(withSentence, set.sentences),
  })
}

/** While its words are other ones, what is known of its sentence stays known. */
function withSentence(known: ReadonlySet<AnnotationId>, annotation: Annotation): ReadonlySet<AnnotationId> {
  if (!isPlaced(annotation) || annotation.drift === 'words') return known
  const changed = annotation.drift === 'sentence'
  if (known.has(annotation.id) === changed) return known
  const next = new Set(known)
  if (changed) next.add(annotation.id)
  else next.delete(annotation.id)
  return next
}

function detach(
  { byId, placed, orphans }: AnnotationSet,
  id: AnnotationId,
): Pick<AnnotationSet, 'placed' | 'orphans'> {
  const known = byId.get(id)
  if (known === undefined) return { placed, orphans }
  return isPlaced(known)
    ? { placed: placed.without(known), orphans }
    : { placed, orphans: orphans.filter((orphan) => orphan.id !== id) }
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
  const next = annotationSet([...all.values()])
  const kept = [...set.sentences].filter((id) => all.get(id)?.drift !== 'none')
  return setOf({ ...next, gone, sentences: new Set([...kept, ...next.sentences]) })
}
