import { byPlace, type Layer, type PublicAnnotation } from '../annotation/annotation.ts'
import { withoutPrivate } from '../annotation/private-part.ts'
import type { Carried } from '../exchange/imported.ts'
import type { Reply } from '../review/reply.ts'
import type { Story } from '../story/story.ts'
import type { Tag } from '../tags.ts'
import type { AnnotatorId, IsoTime, Sha256, TagId } from '../units.ts'

/** Everything that a report is made from. The same input gives the same report, byte for byte. */
export interface ReportInput {
  readonly story: Story
  /** Of the story text. */
  readonly textSha256: Sha256
  /** The layers that were chosen, in the order in which they are listed. */
  readonly layers: readonly Layer[]
  /** In any order; annotations of layers that were not chosen are left out. What is private never gets here. */
  readonly annotations: readonly PublicAnnotation[]
  readonly tags: readonly Tag[]
  /** Answers to the annotations, by people of any layer, in the order of their making. */
  readonly replies: readonly Reply[]
  /**
   * What imported files held beside their marks (`ImportedSet.carried`), one entry per file, in the order in which they
   * came: an export to the same format gives it back. Absent: nothing was imported.
   */
  readonly carried?: readonly Carried[]
  readonly choice: ReportChoice
  /** When the report is made. */
  readonly made: IsoTime
  readonly galleyVersion: string
}

/** What of the chosen layers goes into a report; a table or a data format keeps to `tags` and `notes` too. */
export interface ReportChoice {
  /** Only annotations with these tags; null: all. */
  readonly tags: readonly TagId[] | null
  /** Notes, fields and replies are in it. */
  readonly notes: boolean
  /** The marks of two annotators side by side; null: one story with all layers. Only HTML and PDF know it. */
  readonly compare: readonly [AnnotatorId, AnnotatorId] | null
}

/** Everything, in one story. */
export const WHOLE_REPORT: ReportChoice = { tags: null, notes: true, compare: null }

/** The chosen annotations in reading order, orphans last; where no notes are wanted, without fields and other versions too. */
export function chosenAnnotations(
  input: Pick<ReportInput, 'layers' | 'annotations' | 'choice'>,
): readonly PublicAnnotation[] {
  const chosen = new Set(input.layers.map((layer) => layer.annotator))
  const { tags, notes } = input.choice
  // The type says it already; a note that got out can't be called back.
  return withoutPrivate(input.annotations)
    .filter(({ creator, tag }) => chosen.has(creator) && (tags === null || tags.includes(tag)))
    .map((annotation) => (notes ? annotation : withoutWords(annotation)))
    .sort(byPlace)
}

/** Other versions have notes of their own; all that may be told of them is another tag. */
function withoutWords(annotation: PublicAnnotation): PublicAnnotation {
  const bare = { note: '', fields: {} }
  const alternatives = annotation.alternatives
    .filter(({ tag }) => tag !== annotation.tag)
    .map(({ tag }) => ({ tag, ...bare }))
  return { ...annotation, ...bare, alternatives }
}

/** The chosen layers that hold something: a person who opened the story and marked nothing isn't in the report. */
export function layersInUse(input: ReportInput): readonly Layer[] {
  const used = new Set(input.annotations.map((annotation) => annotation.creator))
  return input.layers.filter((layer) => used.has(layer.annotator))
}

/** The name of an annotation's annotator. */
export function annotatorName(input: ReportInput, annotation: PublicAnnotation): string {
  return input.layers.find((layer) => layer.annotator === annotation.creator)?.name ?? annotation.creator
}
