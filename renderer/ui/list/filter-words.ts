import type { Layer } from '../../../shared/annotation/annotation.ts'
import type { MarkFilter } from '../../../shared/annotation/filter.ts'
import { type Tag, tagLabel } from '../../../shared/tags.ts'

/** The set with this member in or out; null: none is left, which is no filter. */
export function toggled<T>(set: ReadonlySet<T> | null, member: T): ReadonlySet<T> | null {
  const next = new Set(set)
  if (!next.delete(member)) next.add(member)
  return next.size === 0 ? null : next
}

/** "Fact or Attribution, by you, with a note, to check": what the filter lets through; empty where it lets all. */
export function filterInWords(filter: MarkFilter, tags: readonly Tag[], layers: readonly Layer[]): string {
  const { annotators, note, attention } = filter
  const names = layers
    .filter(({ annotator }) => annotators?.has(annotator))
    .map(({ mine, name }) => (mine ? 'you' : name))
  return [
    filter.tags === null ? [] : oneOf([...filter.tags].map((id) => tagLabel(tags, id))),
    annotators === null ? [] : `by ${oneOf(names.length > 0 ? names : ['somebody who is not here'])}`,
    note === null ? [] : `${note} a note`,
    attention ? 'to check' : [],
  ]
    .flat()
    .join(', ')
}

/** "Fact", "Fact or Caption", "Fact, Claim or Caption" */
function oneOf(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`
}
