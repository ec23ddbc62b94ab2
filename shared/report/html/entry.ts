import type { Layer, PublicAnnotation } from '../../annotation/annotation.ts'
import { CodePointIndex } from '../../story/code-points.ts'
import { isBody } from '../../story/story.ts'
import { findTag, type Tag } from '../../tags.ts'
import type { AnnotatorId, CodePoint, TagId } from '../../units.ts'
import { annotatorName, chosenAnnotations, type ReportInput } from '../report-input.ts'
import { type LabelledField, labelledFields, tagsOf } from '../report-tags.ts'
import { type Answer, threadsOf } from '../threads.ts'

/** An annotation as the report shows it, with the number that ties mark, note and table row together. */
export interface Entry {
  /** From 1, in reading order; orphans come last. */
  readonly number: number
  readonly annotation: PublicAnnotation
  readonly tag: Tag
  /** Class that sets the tag's colour and line style. */
  readonly tagClass: string
  readonly annotator: string
  /** Class that names the layer. */
  readonly layerClass: string
  readonly fields: readonly LabelledField[]
  /** Number of the paragraph in which it starts; null: an orphan, or it stands outside the running text. */
  readonly paragraph: number | null
  /** Place in code points; null: an orphan. */
  readonly place: { readonly start: CodePoint; readonly end: CodePoint } | null
  readonly answers: readonly Answer[]
  /** Has words of its own: a note, fields, a second version, replies, or a change to tell. Then a note stands beside the text. */
  readonly hasNote: boolean
}

/** Numbers the annotations of the chosen layers. `people`: layers whose names are known, for the replies. */
export function entriesOf(input: ReportInput, people = input.layers): readonly Entry[] {
  const annotations = chosenAnnotations(input)
  const tags = tagsOf(input.tags, annotations)
  const points = new CodePointIndex(input.story.text)
  const paragraphAt = paragraphFinder(input)
  const threads = threadsOf({ ...input, layers: people })
  return annotations.flatMap((annotation, index) => {
    const tag = findTag(tags, annotation.tag)
    if (tag === undefined) return []
    const fields = labelledFields(tags, annotation.tag, annotation.fields)
    const { id, span, drift, note, alternatives } = annotation
    const answers = threads.get(id) ?? []
    return {
      number: index + 1,
      annotation,
      tag,
      tagClass: tagClass(tags, tag.id),
      annotator: annotatorName(input, annotation),
      layerClass: layerClass(input.layers, annotation.creator),
      fields,
      paragraph: span === null ? null : paragraphAt(span.start),
      place:
        span === null ? null : { start: points.toCodePoint(span.start), end: points.toCodePoint(span.end) },
      answers,
      hasNote: [note, fields, alternatives, answers].some(({ length }) => length > 0) || drift !== 'none',
    }
  })
}

/** Made from the tag's place in the list: an id from a file never gets into a style sheet. */
export function tagClass(tags: readonly Tag[], id: TagId): string {
  return `t${tags.findIndex((tag) => tag.id === id)}`
}

/** Made from the place of the layer in the list, as {@link tagClass}. */
export function layerClass(layers: readonly Layer[], annotator: AnnotatorId): string {
  return `a${layers.findIndex((layer) => layer.annotator === annotator)}`
}

/** Blocks of the running text are numbered from 1, as in the window. */
function paragraphFinder({ story }: ReportInput): (offset: number) => number | null {
  let body = 0
  const numbered = story.blocks.map((block) => ({ block, number: isBody(block.kind) ? ++body : null }))
  return (offset) => {
    let low = 0
    let high = numbered.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((numbered[middle]?.block.start ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return numbered[low]?.number ?? null
  }
}
