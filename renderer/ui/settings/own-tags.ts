import { tagLooks } from '../../../shared/tags/looks.ts'
import { type FieldDraft, freeId, type TagDraft } from './tag-drafts.ts'

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** With one more tag, in a look and with a key that no other has; as it was where there is no key left. */
export function withNewTag(drafts: readonly TagDraft[]): readonly TagDraft[] {
  const key = digits.find((digit) => drafts.every((draft) => draft.key !== digit))
  if (key === undefined) return drafts
  const look =
    tagLooks.find(({ light }) => drafts.every((draft) => draft.light !== light)) ?? tagLooks[drafts.length]
  const { line = 'solid', light = '', dark = '' } = look ?? {}
  const added: TagDraft = {
    id: freeId(drafts, `tag-${key}`),
    ...{
      fresh: true,
      label: `Tag ${key}`,
      shortLabel: '',
      description: '',
      key,
      line,
      light,
      dark,
      fields: [],
    },
  }
  return [...drafts, added].sort(byKey)
}

export function withoutTag(drafts: readonly TagDraft[], id: string): readonly TagDraft[] {
  return drafts.filter((draft) => draft.id !== id)
}

export function changed(
  drafts: readonly TagDraft[],
  id: string,
  change: Partial<TagDraft>,
): readonly TagDraft[] {
  return drafts.map((draft) => (draft.id === id ? { ...draft, ...change } : draft))
}

/** Moved by one place: tags stand in the order of their keys, so the two change keys. */
export function moved(drafts: readonly TagDraft[], id: string, by: 1 | -1): readonly TagDraft[] {
  const from = drafts.findIndex((draft) => draft.id === id)
  const [one, other] = [drafts[from], drafts[from + by]]
  if (one === undefined || other === undefined) return drafts
  return drafts
    .map((draft) => {
      if (draft === one) return { ...one, key: other.key }
      return draft === other ? { ...other, key: one.key } : draft
    })
    .sort(byKey)
}

/** With a key, which another tag that has it gives up for this one's. */
export function withKey(drafts: readonly TagDraft[], id: string, key: string): readonly TagDraft[] {
  const own = drafts.find((draft) => draft.id === id)
  if (own === undefined) return drafts
  return drafts
    .map((draft) => {
      if (draft === own) return { ...own, key }
      return draft.key === key ? { ...draft, key: own.key } : draft
    })
    .sort(byKey)
}

/** One more field to write into. */
export function withNewField(fields: readonly FieldDraft[]): readonly FieldDraft[] {
  const count = fields.length + 1
  return [
    ...fields,
    { id: freeId(fields, `field-${count}`), fresh: true, label: `Field ${count}`, kind: 'text', choices: '' },
  ]
}

const byKey = (a: TagDraft, b: TagDraft) => (a.key < b.key ? -1 : 1)
