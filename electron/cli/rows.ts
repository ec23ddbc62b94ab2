import {
  type Annotation,
  type Fields,
  type Standing,
  standingOf,
} from '../../shared/annotation/annotation.ts'
import type { OpenedStory } from '../../shared/desk/contract.ts'
import { CodePointIndex } from '../../shared/story/code-points.ts'
import type { AnnotationId, CodePoint, TagId } from '../../shared/units.ts'

/** An annotation as `galley list --json` prints it. */
export interface Row {
  readonly id: AnnotationId
  /** The annotator's name. */
  readonly annotator: string
  readonly tag: TagId
  /** In code points of the story text, `end` exclusive; null: an orphan. */
  readonly start: CodePoint | null
  readonly end: CodePoint | null
  /** The words that were confirmed. */
  readonly quote: string
  readonly note: string
  readonly fields: Fields
  /** `changed`: the words that stand there today read otherwise. */
  readonly status: Standing
}

/** All annotations of a story, in reading order, orphans last. */
export function rowsOf({ story, layers, annotations }: OpenedStory): readonly Row[] {
  const points = new CodePointIndex(story.text)
  const names = new Map(layers.map((layer) => [layer.annotator, layer.name]))
  return annotations.map((annotation) => rowOf(annotation, points, names.get(annotation.creator) ?? ''))
}

function rowOf(annotation: Annotation, points: CodePointIndex, annotator: string): Row {
  const { id, tag, span, quote, note, fields } = annotation
  return {
    id,
    annotator,
    tag,
    start: span === null ? null : points.toCodePoint(span.start),
    end: span === null ? null : points.toCodePoint(span.end),
    quote,
    note,
    fields,
    status: standingOf(annotation),
  }
}
