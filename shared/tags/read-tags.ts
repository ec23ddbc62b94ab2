import { LINE_CONTRAST } from '../colour/contrast.ts'
import type { Side } from '../colour/paper.ts'
import type { LineStyle, TagField } from '../tags.ts'
import type { JsonNode } from './json-text.ts'
import {
  idOf,
  listOf,
  memberOf,
  type ObjectNode,
  objectOf,
  oneOf,
  optional,
  someWordsOf,
  WrongTags,
  wordsOf,
} from './node-checks.ts'
import { contrastOnPaper, isColour, passingColour } from './passing-colour.ts'
import { LONGEST_LABEL, readFields } from './read-fields.ts'

/** A tag as it was written down; null: left to Galley. */
export interface TagDraft {
  readonly id: string
  readonly label: string
  readonly shortLabel: string
  readonly description: string
  readonly key: string | null
  readonly line: LineStyle | null
  readonly light: string | null
  readonly dark: string | null
  readonly fields: readonly TagField[]
}

/** As many tags as there are digits to press. */
export const MOST_TAGS = 9
// Two lines beside the story.
const LONGEST_DESCRIPTION = 300
/** Rises when an older Galley would misread a file. */
export const SCHEME_FORMAT = 1

const lines: readonly LineStyle[] = ['solid', 'dashed', 'dotted', 'double']

/** @throws WrongTags at the first thing that is wrong */
export function readTags(root: JsonNode): readonly TagDraft[] {
  if (root.kind !== 'object')
    throw new WrongTags(root, 'tags', 'must stand inside an object: { "tags": [ … ] }')
  const format = optional(root, 'galley:tags')
  if (format?.kind === 'number' && format.value > SCHEME_FORMAT) {
    throw new WrongTags(format, 'galley:tags', 'is of a newer Galley; this one reads format 1')
  }
  const list = root.members.get('tags')
  if (list === undefined) throw new WrongTags(root, 'tags', 'is missing')
  const items = listOf(list, 'tags')
  if (items.length === 0) throw new WrongTags(list, 'tags', 'is empty; at least one tag is needed')
  const extra = items[MOST_TAGS]
  if (extra !== undefined)
    throw new WrongTags(extra, `tags[${MOST_TAGS}]`, 'is one too many: there are nine keys')
  const ids = new Set<string>()
  const keys = new Map<string, string>()
  return items.map((item, index) => {
    const where = `tags[${index}]`
    const object = objectOf(item, where)
    const draft = readTag(object, where)
    if (ids.has(draft.id)) {
      throw new WrongTags(
        memberOf(object, 'id', where),
        `${where}.id`,
        `“${draft.id}” is the id of another tag too`,
      )
    }
    ids.add(draft.id)
    if (draft.key === null) return draft
    const other = keys.get(draft.key)
    if (other !== undefined) {
      throw new WrongTags(
        memberOf(object, 'key', where),
        `${where}.key`,
        `“${other}” has the key ${draft.key} too`,
      )
    }
    keys.set(draft.key, draft.id)
    return draft
  })
}

function readTag(object: ObjectNode, where: string): TagDraft {
  const id = idOf(memberOf(object, 'id', where), `${where}.id`)
  const label = someWordsOf(memberOf(object, 'label', where), `${where}.label`, LONGEST_LABEL)
  const read = <T>(name: string, reader: (node: JsonNode, place: string) => T): T | null => {
    const node = optional(object, name)
    return node === null ? null : reader(node, `${where}.${name}`)
  }
  const shortLabel = read('shortLabel', (node, place) => wordsOf(node, place, LONGEST_LABEL)) ?? ''
  return {
    id,
    label,
    shortLabel: shortLabel === '' ? label : shortLabel,
    description: read('description', (node, place) => wordsOf(node, place, LONGEST_DESCRIPTION)) ?? '',
    key: read('key', readKey),
    line: read('line', (node, place) => oneOf(node, place, lines)),
    ...readColours(object, where),
    fields: read('fields', readFields) ?? [],
  }
}

function readKey(node: JsonNode, where: string): string {
  const key = node.kind === 'string' || node.kind === 'number' ? String(node.value) : ''
  if (/^[1-9]$/.test(key)) return key
  throw new WrongTags(node, where, 'must be a digit from 1 to 9')
}

/** `colour` is for both papers, as one value or an object; `light` and `dark` come before it. */
function readColours(object: ObjectNode, where: string): { light: string | null; dark: string | null } {
  const both = optional(object, 'colour') ?? optional(object, 'color')
  const sides = both?.kind === 'object' ? both : null
  const exact = (side: Side): string | null => {
    const own = optional(object, side)
    if (own !== null) return readColour(own, `${where}.${side}`, side)
    const inner = sides === null ? null : optional(sides, side)
    return inner === null ? null : readColour(inner, `${where}.colour.${side}`, side)
  }
  const [light, dark] = [exact('light'), exact('dark')]
  const any = both === null || sides !== null ? null : readColour(both, `${where}.colour`, null)
  const [forLight, forDark] = [light ?? any ?? dark, dark ?? any ?? light]
  return {
    light: forLight === null ? null : passingColour(forLight, 'light'),
    dark: forDark === null ? null : passingColour(forDark, 'dark'),
  }
}

/** @param side what is said to be for one paper must stand out from it; null: it is made to. */
function readColour(node: JsonNode, where: string, side: Side | null): string {
  if (node.kind !== 'string' || !isColour(node.value)) {
    throw new WrongTags(node, where, 'must be a colour such as "#0b6bb0"')
  }
  if (side === null) return node.value.toLowerCase()
  const contrast = contrastOnPaper(node.value, side)
  if (contrast >= LINE_CONTRAST) return node.value.toLowerCase()
  const found = (Math.floor(contrast * 10) / 10).toFixed(1)
  const other = side === 'light' ? 'a darker' : 'a lighter'
  throw new WrongTags(
    node,
    where,
    `is too faint on ${side} paper, ${found} to 1 where ${LINE_CONTRAST} to 1 is needed; choose ${other} one`,
  )
}
