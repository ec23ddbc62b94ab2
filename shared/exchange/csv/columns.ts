/** Which column of a table is what. */
export interface Columns {
  /** Index of each column of ours that is there, fields as `field:source`. */
  readonly at: ReadonlyMap<string, number>
  /** Ids of the fields that have a column. */
  readonly fields: readonly string[]
  readonly warnings: readonly string[]
}

/** What an import reads. `story`, `status` and `revision` say how an annotation stood in the Galley that wrote them. */
const READ = ['id', 'annotator', 'tag', 'start', 'end', 'quote', 'note', 'created', 'modified']
const WRITTEN_ONLY = ['story', 'status', 'revision']
const FIELD = 'field:'

/** @param header cells of the first row. @returns the columns, or why this is no table of ours */
export function columnsOf(header: readonly string[]): Columns | string {
  const at = new Map<string, number>()
  const extra: string[] = []
  for (const [index, cell] of header.entries()) {
    const trimmed = cell.trim()
    const name = /^field:/i.test(trimmed) ? FIELD + trimmed.slice(FIELD.length) : trimmed.toLowerCase()
    const isOurs = READ.includes(name) || WRITTEN_ONLY.includes(name) || name.startsWith(FIELD)
    if (isOurs && !at.has(name)) at.set(name, index)
    else if (trimmed !== '') extra.push(trimmed)
  }
  if (!at.has('quote') && !(at.has('start') && at.has('end'))) {
    return 'its first row names no column “quote”, nor “start” and “end”'
  }
  const missing = READ.filter((name) => !at.has(name))
  return {
    at,
    fields: [...at.keys()].filter((name) => name.startsWith(FIELD)).map((name) => name.slice(FIELD.length)),
    warnings: [...missingSentence(missing), ...extraSentence(extra)],
  }
}

function listed(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ')
}

function missingSentence(names: readonly string[]): readonly string[] {
  if (names.length === 0) return []
  return [`There ${names.length === 1 ? 'is no column' : 'are no columns'} ${listed(names)}.`]
}

function extraSentence(names: readonly string[]): readonly string[] {
  if (names.length === 0) return []
  return names.length === 1
    ? [`The column ${listed(names)} is not one of Galley’s and was left out.`]
    : [`The columns ${listed(names)} are not Galley’s and were left out.`]
}
