import type { Annotation } from '../../../shared/annotation/annotation.ts'
import type { Tag, TagField } from '../../../shared/tags.ts'
import type { TagId } from '../../../shared/units.ts'

/** How a field with fixed values was filled in, over the annotations of its tag. */
export interface FieldFigures {
  readonly tag: TagId
  readonly field: Pick<TagField, 'id' | 'label'>
  /** Annotations of the tag. */
  readonly all: number
  /** In the order of the scheme, unused ones too; then other values that somebody wrote, by name. */
  readonly values: readonly { readonly value: string; readonly count: number }[]
  /** Those where nothing was chosen. */
  readonly open: number
}

const yesNo = ['yes', 'no']

/** Counts the fields that have fixed values: choices, and yes or no. */
export function createChoiceCounter(tags: readonly Tag[]) {
  const fields = tags.flatMap((tag) =>
    tag.fields
      .filter(({ kind }) => kind === 'choice' || kind === 'yes-no')
      .map((field) => ({ tag: tag.id, field, all: 0, open: 0, counts: new Map<string, number>() })),
  )
  return {
    add({ tag, fields: filled }: Annotation): void {
      for (const each of fields) {
        if (each.tag !== tag) continue
        const value = Object.hasOwn(filled, each.field.id) ? filled[each.field.id] : undefined
        each.all++
        if (value === undefined || value === '') each.open++
        else each.counts.set(value, (each.counts.get(value) ?? 0) + 1)
      }
    },
    /** Fields of tags that are not used are left out. */
    figures(): readonly FieldFigures[] {
      return fields.flatMap(({ tag, field, all, open, counts }) => {
        if (all === 0) return []
        const known = field.kind === 'choice' ? field.choices : yesNo
        const others = [...counts.keys()].filter((value) => !known.includes(value)).sort()
        const values = [...known, ...others].map((value) => ({ value, count: counts.get(value) ?? 0 }))
        return [{ tag, field, all, values, open }]
      })
    },
  }
}
