import { checkTags } from '../../../shared/tags/scheme-text.ts'
import type { FieldKind, LineStyle, Tag } from '../../../shared/tags.ts'
import type { TagId } from '../../../shared/units.ts'

interface Named {
  /** The same as long as it is edited. What is fresh is saved under another, made from its name: see `savedIds`. */
  readonly id: string
  readonly label: string
  /** Made just now: nothing has its id yet. */
  readonly fresh: boolean
}

/** A field while it is edited: its choices as they are typed, one a line. */
export interface FieldDraft extends Named {
  readonly kind: FieldKind
  readonly choices: string
}

/** A tag while it is edited; it may be wrong. */
export interface TagDraft extends Named {
  readonly shortLabel: string
  readonly description: string
  readonly key: string
  readonly line: LineStyle
  readonly light: string
  readonly dark: string
  readonly fields: readonly FieldDraft[]
}

export function draftsOf(tags: readonly Tag[]): readonly TagDraft[] {
  return tags.map((tag) => ({
    ...tag,
    fresh: false,
    // The same as the label: it follows the label while that is edited.
    shortLabel: tag.shortLabel === tag.label ? '' : tag.shortLabel,
    fields: tag.fields.map((field) => ({ ...field, fresh: false, choices: field.choices.join('\n') })),
  }))
}

export interface CheckedTags {
  /** What can be saved; null: something is wrong, and nothing is. */
  readonly tags: readonly Tag[] | null
  /** Sentences by path: `tags[2].fields[0].label`. One at a time: the first that is wrong. */
  readonly faults: ReadonlyMap<string, string>
}

/** Checks what was typed by the rules of `galley.tags.json`. */
export function checkDrafts(drafts: readonly TagDraft[]): CheckedTags {
  const ids = savedIds(drafts)
  const checked = checkTags(drafts.map((draft, index) => plain(draft, ids[index] ?? draft.id)))
  if (checked.ok) return { tags: checked.value, faults: new Map() }
  const { where, detail } = checked.error
  return { tags: null, faults: new Map([[place(where), `This ${detail}.`]]) }
}

// A choice is typed in the field of all of them.
const place = (where: string) => where.replace(/\.choices\[\d+\]$/, '.choices')

function plain({ fields, fresh: _, ...draft }: TagDraft, id: string): object {
  const ids = savedIds(fields)
  const written = fields.map(({ label, kind, choices }, index) => {
    const list = kind === 'choice' ? choices.split('\n').filter((line) => line.trim() !== '') : []
    return { id: ids[index], label, kind, choices: list }
  })
  return { ...draft, id, fields: written }
}

/** The ids to be saved: what has one keeps it, for it stands in the sidecars; what is fresh is called by its name. */
export function savedIds(named: readonly Named[]): readonly string[] {
  const taken = named.filter(({ fresh }) => !fresh).map(({ id }) => ({ id }))
  return named.map(({ id, label, fresh }) => {
    if (!fresh) return id
    const free = freeId(taken, slugOf(label) || id)
    taken.push({ id: free })
    return free
  })
}

// Short enough for the number that makes it free.
const LONGEST_SLUG = 40

/** A name in lower-case letters a–z, digits and hyphens; empty where it has none of them. */
function slugOf(label: string): string {
  const letters = label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return letters
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, '')
}

/**
 * `wanted`, or that with a number that is free.
 * @param wanted lower-case letters a–z, digits and hyphens
 */
export function freeId(taken: readonly { readonly id: string }[], wanted: string): string {
  const isFree = (id: string) => taken.every((one) => one.id !== id)
  if (isFree(wanted)) return wanted
  for (let number = 2; ; number++) if (isFree(`${wanted}-${number}`)) return `${wanted}-${number}`
}

/** A tag as it would look, also while something in it is wrong. */
export function previewOf({ fields: _, fresh: __, ...draft }: TagDraft): Tag {
  // Its name may just have been cleared, to write another.
  const label = draft.label.trim() || draft.id
  return { ...draft, id: draft.id as TagId, label, shortLabel: draft.shortLabel || label, fields: [] }
}
