import { type Annotation, byPlace, type Layer } from '../annotation/annotation.ts'
import type { Story } from '../story/story.ts'
import type { Tag } from '../tags.ts'
import type { IsoTime, Sha256 } from '../units.ts'

/** Everything that a report is made from. The same input gives the same report, byte for byte. */
export interface ReportInput {
  readonly story: Story
  /** Of the story text. */
  readonly textSha256: Sha256
  /** The layers that were chosen, in the order in which they are listed. */
  readonly layers: readonly Layer[]
  /** In any order; annotations of layers that were not chosen are left out. */
  readonly annotations: readonly Annotation[]
  readonly tags: readonly Tag[]
  /** When the report is made. */
  readonly made: IsoTime
  readonly galleyVersion: string
}

/** The annotations of the chosen layers in reading order, orphans last. */
export function chosenAnnotations(input: ReportInput): readonly Annotation[] {
  const chosen = new Set(input.layers.map((layer) => layer.annotator))
  return input.annotations.filter((annotation) => chosen.has(annotation.creator)).sort(byPlace)
}

/** The chosen layers that hold something: a person who opened the story and marked nothing isn't in the report. */
export function layersInUse(input: ReportInput): readonly Layer[] {
  const used = new Set(input.annotations.map((annotation) => annotation.creator))
  return input.layers.filter((layer) => used.has(layer.annotator))
}

/** The name of an annotation's annotator. */
export function annotatorName(input: ReportInput, annotation: Annotation): string {
  return input.layers.find((layer) => layer.annotator === annotation.creator)?.name ?? annotation.creator
}
