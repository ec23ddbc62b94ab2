import type { Annotation, Layer } from '../../shared/annotation/annotation.ts'
import { isPrivate, noteOf, type PartName } from '../../shared/annotation/private-part.ts'
import { isUnknownTag, type Tag, tagLabel } from '../../shared/tags.ts'
import type { AnnotatorId } from '../../shared/units.ts'
import type { AnnotationEdit } from './annotation-step.ts'

// What is heard is heard in full each time the caret comes by; the card has the rest.
const HEARD = 100

const NOTE: PartName = { kind: 'note' }

/** Who made an annotation, for the eye and the ear. */
export function annotatorOf(layers: readonly Layer[], creator: AnnotatorId): string {
  return layers.find((layer) => layer.annotator === creator)?.name ?? 'unknown annotator'
}

/** Which of the marks over one another it is, from 1; `of` 1: it is alone. */
export interface Stacked {
  readonly index: number
  readonly of: number
}

/** What a screen reader says of a mark: "Fact, Jane Doe, 2 of 3 overlapping, note: name on record?" */
export function describeMark(
  annotation: Annotation,
  tags: readonly Tag[],
  annotator: string,
  { index, of }: Stacked = { index: 1, of: 1 },
): string {
  const parts = [tagLabel(tags, annotation.tag)]
  if (isUnknownTag(tags, annotation.tag)) parts.push('unknown tag')
  parts.push(annotator)
  if (of > 1) parts.push(`${index} of ${of} overlapping`)
  if (annotation.drift === 'words') parts.push(`words changed, confirmed: ${shorten(annotation.quote)}`)
  if (annotation.drift === 'sentence') parts.push('sentence changed')
  if (annotation.note !== '') {
    parts.push(`note: ${shorten(annotation.note)}`)
  }
  const own = annotation.private?.note ?? ''
  if (own !== '') parts.push(`private note: ${shorten(own)}`)
  return parts.join(', ')
}

/** What was done, as the undo button says it: "Tag fact", "Delete fact", "Note". */
export function nameEdits(edits: readonly AnnotationEdit[], tags: readonly Tag[]): string {
  const [edit] = edits
  if (edit === undefined) return 'Change'
  const { before, after } = edit
  const lower = (annotation: Annotation) => tagLabel(tags, annotation.tag).toLowerCase()
  const names = [before, after].map((standing) => (standing === null ? null : lower(standing.annotation)))
  const [was, is] = names
  if (was === null || was === undefined) return `Tag ${is}`
  if (is === null || is === undefined) return `Delete ${was}`
  if (was !== is) return `Change ${was} to ${is}`
  const placed = before?.annotation
  const again = after?.annotation
  const [starts, ends] = [placed?.span?.start !== again?.span?.start, placed?.span?.end !== again?.span?.end]
  if (starts !== ends && placed?.span && again?.span) return `Move the ${starts ? 'start' : 'end'} of ${is}`
  if (starts || ends) return `Place ${is} again`
  if (placed?.quote !== again?.quote || placed?.drift !== again?.drift) return `Accept ${is}`
  if (placed === undefined || again === undefined) return `Details of ${is}`
  const hides = isPrivate(again, NOTE)
  if (isPrivate(placed, NOTE) !== hides) return `${hides ? 'Keep private' : 'Show'} the note on ${is}`
  return noteOf(placed) === noteOf(again) ? `Details of ${is}` : `Note on ${is}`
}

/** As much of a text as one listens to, on one line. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const parts = [...line]
  return parts.length > HEARD ? `${parts.slice(0, HEARD).join('').trimEnd()}…` : line
}
