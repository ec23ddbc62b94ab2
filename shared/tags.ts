import type { SchemeFailure } from './failure.ts'
import type { TagId } from './units.ts'

/** How a tag's underline is drawn. Each tag has a colour and a line style, so colour is never the only sign. */
export type LineStyle = 'solid' | 'dashed' | 'dotted' | 'double'

/** How a field is filled in. All are stored as text: a link as its address, a yes/no as `yes` or `no`. */
export type FieldKind = 'text' | 'choice' | 'link' | 'yes-no'

/** One field that a tag may carry, stored as text. */
export interface TagField {
  readonly id: string
  readonly label: string
  readonly kind: FieldKind
  /** Values to choose from; empty unless `choice`. */
  readonly choices: readonly string[]
}

/** One entry of the tag scheme. */
export interface Tag {
  readonly id: TagId
  readonly label: string
  /** Short form for narrow places, e.g. the popover. */
  readonly shortLabel: string
  /** One sentence that says when to use it. */
  readonly description: string
  /** The digit that sets it, `1`–`9`; no two tags of a scheme have the same. */
  readonly key: string
  readonly line: LineStyle
  /** Colour on light paper and on dark paper; both pass 3:1 against their paper (tested). */
  readonly light: string
  readonly dark: string
  readonly fields: readonly TagField[]
}

/** The tags of a story, and where they come from. */
export interface TagScheme {
  /** In key order; at most nine, as there are digits. Never empty. */
  readonly tags: readonly Tag[]
  /** `folder`: `galley.tags.json` beside the story; `settings`: this person's own; else the built-in ones. */
  readonly source: 'folder' | 'settings' | 'built-in'
  /** The folder has a scheme file that can't be used, so these are others; null: all is well. */
  readonly problem: SchemeFailure | null
}

/** Name of the file that holds a newsroom's own tags, in the folder of the stories. */
export const SCHEME_FILE = 'galley.tags.json'

const text = (id: string, label: string): TagField => ({ id, label, kind: 'text', choices: [] })
const choice = (id: string, label: string, ...choices: string[]): TagField => ({
  id,
  label,
  kind: 'choice',
  choices,
})

/** The built-in scheme, in key order. */
export const builtInTags: readonly Tag[] = [
  {
    id: 'fact' as TagId,
    label: 'Fact',
    shortLabel: 'Fact',
    description: 'A statement that can be checked and is either true or false.',
    key: '1',
    line: 'solid',
    light: '#0b6bb0',
    dark: '#6db7f2',
    fields: [choice('status', 'Status', 'verified', 'unverified', 'disputed'), text('source', 'Source')],
  },
  {
    id: 'assessment' as TagId,
    label: 'Assessment',
    shortLabel: 'Assessment',
    description: 'A judgement, an interpretation or a forecast.',
    key: '2',
    line: 'dashed',
    light: '#b4560a',
    dark: '#f0a35e',
    fields: [text('whose', 'Whose')],
  },
  {
    id: 'attribution' as TagId,
    label: 'Attribution',
    shortLabel: 'Attribution',
    description: 'The words that say where something comes from.',
    key: '3',
    line: 'dotted',
    light: '#8a3f83',
    dark: '#d58fce',
    fields: [text('source', 'Source'), choice('kind', 'Kind', 'named', 'unnamed', 'document')],
  },
  {
    id: 'photo-caption' as TagId,
    label: 'Photo caption',
    shortLabel: 'Caption',
    description: 'The words under a picture, with their credit.',
    key: '4',
    line: 'double',
    light: '#0c7a58',
    dark: '#5cc7a0',
    fields: [text('credit', 'Credit'), text('date', 'Date')],
  },
]

/** The entry for an id; undefined for a tag that this scheme does not know. */
export function findTag(tags: readonly Tag[], id: string): Tag | undefined {
  return tags.find((tag) => tag.id === id)
}

/** What says no kind in its own program has this tag: a comment of a word processor, a note on a web page. */
export const commentTag = 'comment' as TagId

/** What a tag is called in a list: its label, or its id where the scheme does not know it. */
export function tagLabel(tags: readonly Tag[], id: string): string {
  return findTag(tags, id)?.label ?? (id === commentTag ? 'Comment' : id)
}

/** In no scheme and nothing that Galley gives by itself: people are told that the tag is unknown. */
export function isUnknownTag(tags: readonly Tag[], id: string): boolean {
  return id !== commentTag && findTag(tags, id) === undefined
}
