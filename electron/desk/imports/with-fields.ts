import { fieldsInNote } from '../../../shared/exchange/fields-in-note.ts'
import type { Tag } from '../../../shared/tags.ts'
import type { MarksRead } from '../../exchange/reading/job.ts'

/** What is kept of a read file until it is taken in. */
export type ReadImport = Pick<MarksRead, 'format' | 'set' | 'old'>

/** Galley's own Word reports have the fields in their comments. A comment without a tag is nobody's but a person's. */
export function withFields(read: ReadImport, tags: readonly Tag[]): ReadImport {
  if (read.format !== 'docx') return read
  const marks = read.set.marks.map((mark) => {
    if (mark.tag === '') return mark
    const { note, fields } = fieldsInNote(mark.note, tags)
    return { ...mark, note, fields: { ...fields, ...mark.fields } }
  })
  return { ...read, set: { ...read.set, marks } }
}
