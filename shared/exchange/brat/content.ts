import type { Fields } from '../../annotation/annotation.ts'
import { type AnnLine, typeOf } from './ann-line.ts'

/** The type of a note that brat's own window writes and edits. */
export const NOTE = 'AnnotatorNotes'
/** Our type of a note that holds a field's value: `Field-source`. */
const FIELD = 'Field-'
/** Value of an attribute that is only there or not. */
export const FLAG = 'yes'

/** What lines about one T say in Galley's words. Of two lines for one field the first counts, notes go one below the other. */
export function contentOfLines(lines: readonly AnnLine[]): {
  readonly note: string
  readonly fields: Fields
} {
  const fields = new Map<string, string>()
  for (const line of lines) {
    const field = fieldOfLine(line)
    if (field !== null && !fields.has(field.id)) fields.set(field.id, field.value)
  }
  const note = lines
    .filter(isNote)
    .map(({ tail }) => tail ?? '')
    .join('\n')
  // fromEntries defines members, so that no name is special, not even `__proto__`.
  return { note, fields: Object.fromEntries(fields) }
}

export function isNote(line: AnnLine): boolean {
  return line.kind === '#' && typeOf(line) === NOTE
}

/** The field that a line fills: an attribute by its name, a normalisation by its type, a note of ours. null: none. */
export function fieldOfLine(line: AnnLine): { readonly id: string; readonly value: string } | null {
  const type = typeOf(line)
  const behind = line.body.split(' ').slice(2).join(' ')
  switch (line.kind) {
    case 'A':
      return { id: type, value: behind === '' ? FLAG : behind }
    case 'N':
      return { id: type, value: [behind, line.tail ?? ''].filter((word) => word !== '').join(' ') }
    case '#':
      return type.startsWith(FIELD) ? { id: decoded(type.slice(FIELD.length)), value: line.tail ?? '' } : null
    default:
      return null
  }
}

/** The type of a note for a field: one word, whatever the field's id. */
export function fieldNoteType(id: string): string {
  return FIELD + encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\uFFFD'))
}

function decoded(word: string): string {
  try {
    return decodeURIComponent(word)
  } catch {
    return word
  }
}
