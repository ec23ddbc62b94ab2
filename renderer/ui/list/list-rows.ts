import { type Annotation, isPlaced } from '../../../shared/annotation/annotation.ts'
import { wantsAttention } from '../../../shared/annotation/filter.ts'
import { tagsOf } from '../../../shared/report/report-tags.ts'
import type { Tag } from '../../../shared/tags.ts'
import type { ListOrder } from '../../state/model.ts'
import { type Doubt, doubtOf } from '../doubts.ts'
import { groupByDay } from './list-days.ts'

/** One row of the list of annotations. */
export type ListRow = ListHeading | ListMark

export interface ListHeading {
  readonly kind: 'heading'
  readonly key: string
  readonly text: string
  /** One sentence about what stands under it. */
  readonly explain: string | null
}

export interface ListMark {
  /** `card`: unfolded, with all that can be done about it. */
  readonly kind: 'mark' | 'card'
  readonly key: string
  readonly annotation: Annotation
}

/** Groups of what needs a person, in this order. */
const groups: readonly (readonly [key: Doubt | 'versions', title: string, explain: string])[] = [
  ['changed', 'Words changed', 'Found, but the words read otherwise than when they were confirmed.'],
  ['sentence', 'Sentence changed', 'The words are the same; the sentence around them is not.'],
  [
    'orphan',
    'Not found in the text',
    'Their words are not in the story, or stand there more than once. Nothing was deleted.',
  ],
  ['versions', 'Two versions', 'Changed on two computers at once; one of the versions is to be chosen.'],
]

export interface ListView {
  readonly order: ListOrder
  /** Only what needs a person, in groups, each unfolded; the order is then that of the groups. */
  readonly attention: boolean
  readonly tags: readonly Tag[]
  /** For "Today" and "Yesterday". */
  readonly now: Date
}

/**
 * The rows for annotations in reading order. Those that are not in the text are unfolded wherever they come, since
 * they need a person; by place they come first.
 */
export function listRows(annotations: readonly Annotation[], view: ListView): readonly ListRow[] {
  if (view.attention) return rowsToCheck(annotations)
  if (view.order === 'time') {
    return groupByDay(annotations, view.now).flatMap(({ key, title, members }) => group(key, title, members))
  }
  if (view.order === 'tag') return rowsByTag(annotations, view.tags)
  const placed = annotations.filter(isPlaced)
  if (placed.length === annotations.length) return placed.map(rowOf)
  const orphans = annotations.filter((annotation) => !isPlaced(annotation))
  return [
    ...group('orphan', 'Not found in the text', orphans, groups[2]?.[2]),
    ...group('placed', 'In the text', placed),
  ]
}

/** Only those that need a person, grouped by why, each as a card. */
export function rowsToCheck(annotations: readonly Annotation[]): readonly ListRow[] {
  const members = new Map<string, Annotation[]>(groups.map(([key]) => [key, []]))
  for (const annotation of annotations) {
    if (wantsAttention(annotation)) members.get(doubtOf(annotation) ?? 'versions')?.push(annotation)
  }
  return groups.flatMap(([key, title, explain]) => group(key, title, members.get(key) ?? [], explain, cardOf))
}

function rowsByTag(annotations: readonly Annotation[], tags: readonly Tag[]): readonly ListRow[] {
  const members = new Map<string, Annotation[]>()
  for (const annotation of annotations) {
    const known = members.get(annotation.tag)
    if (known === undefined) members.set(annotation.tag, [annotation])
    else known.push(annotation)
  }
  return tagsOf(tags, annotations).flatMap(({ id, label }) =>
    group(`tag ${id}`, label, members.get(id) ?? []),
  )
}

function group(
  key: string,
  title: string,
  annotations: readonly Annotation[],
  explain: string | null = null,
  row: (annotation: Annotation) => ListMark = rowOf,
): readonly ListRow[] {
  if (annotations.length === 0) return []
  const text = `${title} (${annotations.length.toLocaleString()})`
  return [{ kind: 'heading', key, text, explain }, ...annotations.map(row)]
}

/** Annotations are never changed, only replaced: a row made once is the row for good. */
const marks = new WeakMap<Annotation, ListMark>()
const cards = new WeakMap<Annotation, ListMark>()

function rowOf(annotation: Annotation): ListMark {
  return annotation.span === null ? cardOf(annotation) : remembered(marks, 'mark', annotation)
}

function cardOf(annotation: Annotation): ListMark {
  return remembered(cards, 'card', annotation)
}

function remembered(
  rows: WeakMap<Annotation, ListMark>,
  kind: ListMark['kind'],
  annotation: Annotation,
): ListMark {
  let row = rows.get(annotation)
  if (row === undefined) {
    row = { kind, key: annotation.id, annotation }
    rows.set(annotation, row)
  }
  return row
}
