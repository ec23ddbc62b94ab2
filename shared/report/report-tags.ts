import type { Annotation, Fields } from '../annotation/annotation.ts'
import { findTag, type LineStyle, type Tag, type TagField } from '../tags.ts'

// Tags that this scheme does not know are drawn in grey; the line styles still tell the first four apart.
const UNKNOWN_LIGHT = '#5f5a50'
const UNKNOWN_DARK = '#aaa396'
const LINES: readonly LineStyle[] = ['dashed', 'dotted', 'double', 'solid']

/** The scheme's tags in their order, then one made-up entry for each other tag in use, by id. */
export function tagsOf(scheme: readonly Tag[], annotations: readonly Annotation[]): readonly Tag[] {
  const known = new Set<string>(scheme.map((tag) => tag.id))
  const unknown = [...new Set(annotations.map((annotation) => annotation.tag))].filter((id) => !known.has(id))
  return [
    ...scheme,
    ...unknown.sort().map((id, index) => ({
      id,
      label: id === '' ? 'No tag' : id,
      shortLabel: id === '' ? 'No tag' : id,
      description: 'A tag that this Galley does not know.',
      key: '',
      line: LINES[index % LINES.length] ?? 'dashed',
      light: UNKNOWN_LIGHT,
      dark: UNKNOWN_DARK,
      fields: [],
    })),
  ]
}

/** All fields of the scheme, each once, in order; then those that only the annotations know, by id. */
export function fieldsOf(scheme: readonly Tag[], annotations: readonly Annotation[]): readonly TagField[] {
  const fields = new Map<string, TagField>()
  for (const field of scheme.flatMap((tag) => tag.fields)) {
    if (!fields.has(field.id)) fields.set(field.id, field)
  }
  const used = new Set(annotations.flatMap((annotation) => Object.keys(annotation.fields)))
  const unknown = [...used].filter((id) => !fields.has(id)).sort()
  return [...fields.values(), ...unknown.map((id) => ({ id, label: id, kind: 'text' as const, choices: [] }))]
}

/** A field as it is read: with its label, and how its value is meant. */
export interface LabelledField extends Pick<TagField, 'label' | 'kind'> {
  readonly value: string
}

/** Field values with their labels: in the order of the tag, then unknown ones by id. Empty values are left out. */
export function labelledFields(
  scheme: readonly Tag[],
  tag: string,
  fields: Fields,
): readonly LabelledField[] {
  const known = findTag(scheme, tag)?.fields ?? []
  const unknown = Object.keys(fields)
    .filter((id) => !known.some((field) => field.id === id))
    .sort()
  return [...known, ...unknown.map((id) => ({ id, label: id, kind: 'text' as const }))].flatMap(
    ({ id, label, kind }) => {
      const value = Object.hasOwn(fields, id) ? fields[id] : undefined
      return value === undefined || value === '' ? [] : [{ label, kind, value }]
    },
  )
}
