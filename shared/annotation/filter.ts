import type { AnnotatorId, TagId } from '../units.ts'
import { type Annotation, needsPerson } from './annotation.ts'
import { noteOf } from './private-part.ts'

/** Which annotations are shown: in the page, the margin, the list and to the keys that walk them. */
export interface MarkFilter {
  /** null: of any tag. */
  readonly tags: ReadonlySet<TagId> | null
  /** null: of anybody. */
  readonly annotators: ReadonlySet<AnnotatorId> | null
  /** null: with or without. */
  readonly note: 'with' | 'without' | null
  /** Only those that wait for a person: see {@link wantsAttention}. */
  readonly attention: boolean
}

/** Lets everything through. */
export const noFilter: MarkFilter = { tags: null, annotators: null, note: null, attention: false }

/** Its words or its sentence changed, it was not found, or it has two versions. */
export function wantsAttention(annotation: Annotation): boolean {
  return needsPerson(annotation) || annotation.alternatives.length > 0
}

export function passes(filter: MarkFilter, annotation: Annotation): boolean {
  const { tags, annotators, note, attention } = filter
  return (
    (tags === null || tags.has(annotation.tag)) &&
    (annotators === null || annotators.has(annotation.creator)) &&
    (note === null || (note === 'with') === (noteOf(annotation) !== '')) &&
    (!attention || wantsAttention(annotation))
  )
}

/** Does it hold anything back? */
export function isFiltering({ tags, annotators, note, attention }: MarkFilter): boolean {
  return tags !== null || annotators !== null || note !== null || attention
}
