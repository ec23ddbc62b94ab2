/** A JSON object, as yet unchecked. */
export type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Text, or a number as text; anything else is empty. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}

/** The first of several fields that has text in it. */
export function firstText(fields: Fields, ...names: readonly string[]): string {
  return names.map((name) => textOf(fields[name])).find((text) => text !== '') ?? ''
}

/**
 * The objects of a field: an array as it is (ninjs 2 and 3), or an object whose keys are their names (ninjs 1).
 */
export function namedObjects(value: unknown): readonly Fields[] {
  if (Array.isArray(value)) return value.filter(isFields)
  if (!isFields(value)) return []
  return Object.entries(value).flatMap(([name, item]) => (isFields(item) ? [{ name, ...item }] : []))
}
