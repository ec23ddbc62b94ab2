import type { Fields } from '../annotation/annotation.ts'
import { fieldProblem } from '../tags/field-value.ts'
import type { Tag } from '../tags.ts'

/** Lines that Galley writes behind the fields of a comment, where there is something to say: see `threads.ts` of Word. */
const BEHIND =
  /^(?:The sentence around it has changed|The words have changed; confirmed|Another version, from )/

/**
 * Takes the fields out of a note that a Word comment brought, where they are its last lines: `source: Draft budget`.
 * A line whose name is no field of the tags, or whose value the field can't have, is a line of the note, and so is
 * everything before it.
 */
export function fieldsInNote(
  note: string,
  tags: readonly Tag[],
): { readonly note: string; readonly fields: Fields } {
  const known = new Map(tags.flatMap(({ fields }) => fields.map((field) => [field.id, field] as const)))
  const lines = note.split('\n')
  const firstBehind = lines.findIndex((line) => BEHIND.test(line))
  const end = firstBehind === -1 ? lines.length : firstBehind
  const found: (readonly [id: string, value: string])[] = []
  let start = end
  while (start > 0) {
    const [, id = '', value = ''] = /^([^\s:]+): (.*\S)\s*$/u.exec(lines[start - 1] ?? '') ?? []
    const field = known.get(id)
    if (field === undefined || fieldProblem(field, value) !== null) break
    if (found.some(([other]) => other === id)) break
    found.unshift([id, value])
    start--
  }
  const rest = [...lines.slice(0, start), ...lines.slice(end)].join('\n')
  return { note: rest.trim(), fields: Object.fromEntries(found) }
}
