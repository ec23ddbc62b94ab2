import type { Annotation } from '../annotation/annotation.ts'
import { blockAt } from '../story/sentences.ts'
import { isBody, type Story } from '../story/story.ts'
import { findTag, type Tag } from '../tags.ts'
import type { AnnotatorId } from '../units.ts'

/** Ids of the fields that say where a statement comes from, and what sort of source that is. */
const SOURCE = 'source'
const KIND = 'kind'

/** A source that annotations name, and where. */
export interface SourceCount {
  /** As it was written the first time; empty: annotations that could name one and don't. */
  readonly source: string
  readonly annotations: readonly Annotation[]
  /** How many say that it is named, unnamed, a document …, by the value of the field `kind`. */
  readonly kinds: ReadonlyMap<string, number>
  readonly annotators: readonly AnnotatorId[]
  /** Numbers of the paragraphs in which they start, ascending, each once; headlines and captions have none. */
  readonly paragraphs: readonly number[]
}

/**
 * Every value of the field `source`, the most frequent first, then in reading order. Two are one if they differ only
 * in case and blanks. Last, those without a value whose tag asks for a source and its kind.
 */
export function countSources(
  story: Story,
  annotations: readonly Annotation[],
  scheme: readonly Tag[],
): readonly SourceCount[] {
  const groups = new Map<string, Annotation[]>()
  for (const annotation of annotations) {
    const key = keyOf(fieldOf(annotation, SOURCE))
    if (key === '' && !asksForSource(scheme, annotation.tag)) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [annotation])
    else group.push(annotation)
  }
  const numbers = paragraphNumbers(story)
  return [...groups]
    .sort(([keyA, a], [keyB, b]) => Number(keyA === '') - Number(keyB === '') || b.length - a.length)
    .map(([, group]) => ({
      source: group[0] === undefined ? '' : fieldOf(group[0], SOURCE).trim(),
      annotations: group,
      kinds: kindsOf(group),
      annotators: [...new Set(group.map(({ creator }) => creator))],
      paragraphs: paragraphsOf(story, group, numbers),
    }))
}

function fieldOf({ fields }: Annotation, id: string): string {
  return Object.hasOwn(fields, id) ? (fields[id] ?? '') : ''
}

function keyOf(value: string): string {
  return value.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()
}

function asksForSource(scheme: readonly Tag[], id: string): boolean {
  const fields = findTag(scheme, id)?.fields ?? []
  return [SOURCE, KIND].every((wanted) => fields.some((field) => field.id === wanted))
}

function kindsOf(annotations: readonly Annotation[]): ReadonlyMap<string, number> {
  const kinds = new Map<string, number>()
  for (const annotation of annotations) {
    const kind = fieldOf(annotation, KIND)
    if (kind !== '') kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  }
  return kinds
}

/** For each block its number in the running text, as in the window; null: it has none. */
function paragraphNumbers({ blocks }: Story): readonly (number | null)[] {
  let body = 0
  return blocks.map(({ kind }) => (isBody(kind) ? ++body : null))
}

function paragraphsOf(
  story: Story,
  annotations: readonly Annotation[],
  numbers: readonly (number | null)[],
): readonly number[] {
  const found = annotations.flatMap(({ span }) =>
    span === null ? [] : (numbers[blockAt(story, span.start)] ?? []),
  )
  return [...new Set(found)].sort((a, b) => a - b)
}
