import { type Annotation, isPlaced, type Layer } from '../annotation/annotation.ts'
import type { Tag } from '../tags.ts'
import type { AnnotatorId, Span, TagId } from '../units.ts'
import { tagsOf } from './report-tags.ts'

/** How many annotations, and how much of the story they cover. */
interface Count {
  /** Orphans included. */
  readonly annotations: number
  readonly orphans: number
  /** Part of all annotations counted, 0–1; 0 when there are none. */
  readonly share: number
  /** UTF-16 units of the story text under at least one of them; where they overlap it counts once. */
  readonly covered: number
  /** `covered` as part of the story text, 0–1. */
  readonly coveredShare: number
}

export interface TagCount extends Count {
  readonly tag: Tag
}

export interface AnnotatorCount extends Count {
  readonly annotator: AnnotatorId
  readonly name: string
  /** Annotations per tag, orphans included; a tag never used is absent. */
  readonly byTag: ReadonlyMap<TagId, number>
}

export interface Counts {
  readonly total: Count
  /** Every tag of the scheme, used or not, then unknown tags in use. */
  readonly tags: readonly TagCount[]
  /** In the order of the layers. */
  readonly annotators: readonly AnnotatorCount[]
}

/** Counts the annotations of some layers of one story. `textLength`: of the story text, in UTF-16 units. */
export function countAnnotations(
  annotations: readonly Annotation[],
  layers: readonly Layer[],
  scheme: readonly Tag[],
  textLength: number,
): Counts {
  const count = (some: readonly Annotation[]): Count => {
    const placed = some.filter(isPlaced)
    const covered = mergeSpans(placed.map((annotation) => annotation.span)).reduce(
      (sum, { start, end }) => sum + end - start,
      0,
    )
    return {
      annotations: some.length,
      orphans: some.length - placed.length,
      share: part(some.length, annotations.length),
      covered,
      coveredShare: part(covered, textLength),
    }
  }
  const tags = tagsOf(scheme, annotations)
  return {
    total: count(annotations),
    tags: tags.map((tag) => ({
      tag,
      ...count(annotations.filter((annotation) => annotation.tag === tag.id)),
    })),
    annotators: layers.map(({ annotator, name }) => {
      const own = annotations.filter((annotation) => annotation.creator === annotator)
      const byTag = new Map<TagId, number>()
      for (const { tag } of own) byTag.set(tag, (byTag.get(tag) ?? 0) + 1)
      return { annotator, name, byTag, ...count(own) }
    }),
  }
}

/** The ranges that at least one span covers, ascending; spans that touch become one. */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = []
  for (const next of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last === undefined || next.start > last.end) merged.push({ start: next.start, end: next.end })
    else if (next.end > last.end) merged[merged.length - 1] = { start: last.start, end: next.end }
  }
  return merged
}

function part(some: number, all: number): number {
  return all === 0 ? 0 : some / all
}
