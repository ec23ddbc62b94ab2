import type { Content } from '../../../shared/annotation/annotation.ts'
import type { PartName } from '../../../shared/annotation/private-part.ts'
import type { Tag } from '../../../shared/tags.ts'

/** A part of an annotation that can be made private, as a person calls it. */
export interface Movable {
  /** Of the list's row. */
  readonly key: string
  readonly name: PartName
  readonly label: string
}

/** The note, the fields of the tag, and those that are filled in though the tag does not know them. */
export function privateParts({ fields, private: part }: Content, tag: Tag | undefined): readonly Movable[] {
  const known = tag?.fields ?? []
  const ids = [...Object.keys(fields), ...Object.keys(part?.fields ?? {})]
  const foreign = [...new Set(ids)].filter((id) => known.every((field) => field.id !== id))
  const ofField = (id: string, label: string): Movable => ({
    key: `field ${id}`,
    name: { kind: 'field', field: id },
    label,
  })
  return [
    { key: 'note', name: { kind: 'note' }, label: 'Note' },
    ...known.map(({ id, label }) => ofField(id, label)),
    ...foreign.map((id) => ofField(id, id)),
  ]
}
