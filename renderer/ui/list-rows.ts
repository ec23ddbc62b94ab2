import { type Annotation, isPlaced } from '../../shared/annotation/annotation.ts'
import type { ListFilter } from '../state/model.ts'
import { type Doubt, doubtOf } from './doubts.ts'

/** One row of the list of annotations. */
export type ListRow = ListHeading | ListMark

export interface ListHeading {
  readonly kind: 'heading'
  readonly key: Doubt | 'placed'
  readonly text: string
}

interface ListMark {
  /** `card`: unfolded, with all that can be done about it. */
  readonly kind: 'mark' | 'card'
  readonly key: string
  readonly annotation: Annotation
}

/** Groups of the list of those that need a person, in this order. */
const groups: readonly (readonly [Doubt, string])[] = [
  ['changed', 'Words changed'],
  ['sentence', 'Sentence changed'],
  ['orphan', 'Not found in the text'],
]

/**
 * The rows for annotations in reading order. `all`: orphans first, since they need a person, then every mark.
 * `doubts`: only those that need a person, grouped by what became of them.
 */
export function listRows(annotations: readonly Annotation[], filter: ListFilter): readonly ListRow[] {
  if (filter === 'doubts') {
    return groups.flatMap(([doubt, title]) =>
      group(
        doubt,
        title,
        annotations.filter((one) => doubtOf(one) === doubt),
        'card',
      ),
    )
  }
  const placed = annotations.filter(isPlaced)
  const orphans = annotations.filter((annotation) => !isPlaced(annotation))
  if (orphans.length === 0) return placed.map((annotation) => rowOf(annotation, 'mark'))
  return [
    ...group('orphan', 'Not found in the text', orphans, 'card'),
    ...group('placed', 'In the text', placed, 'mark'),
  ]
}

function group(
  key: ListHeading['key'],
  title: string,
  annotations: readonly Annotation[],
  kind: ListMark['kind'],
): readonly ListRow[] {
  if (annotations.length === 0) return []
  const heading: ListHeading = { kind: 'heading', key, text: `${title} (${annotations.length})` }
  return [heading, ...annotations.map((annotation) => rowOf(annotation, kind))]
}

function rowOf(annotation: Annotation, kind: ListMark['kind']): ListMark {
  return { kind, key: annotation.id, annotation }
}
