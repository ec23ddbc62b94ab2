import type { FieldKind, TagField } from '../tags.ts'
import type { JsonNode } from './json-text.ts'
import { idOf, listOf, memberOf, objectOf, oneOf, optional, someWordsOf, WrongTags } from './node-checks.ts'

/** Longest label of a tag, a field or a choice, in code points: more does not fit a popover in one line. */
export const LONGEST_LABEL = 60
// A card with more fields than these would be a form.
const MOST_FIELDS = 12
const MOST_CHOICES = 40

const kinds: readonly FieldKind[] = ['text', 'choice', 'link', 'yes-no']

/** The fields of one tag. @throws WrongTags */
export function readFields(node: JsonNode, where: string): readonly TagField[] {
  const items = listOf(node, where)
  const extra = items[MOST_FIELDS]
  if (extra !== undefined) throw new WrongTags(extra, where, `has more than ${MOST_FIELDS} fields`)
  const seen = new Set<string>()
  return items.map((item, index) => {
    const place = `${where}[${index}]`
    const field = readField(item, place)
    if (seen.has(field.id)) throw new WrongTags(item, `${place}.id`, `“${field.id}” stands in this tag twice`)
    seen.add(field.id)
    return field
  })
}

function readField(node: JsonNode, where: string): TagField {
  const object = objectOf(node, where)
  const id = idOf(memberOf(object, 'id', where), `${where}.id`)
  const label = someWordsOf(memberOf(object, 'label', where), `${where}.label`, LONGEST_LABEL)
  const listed = optional(object, 'choices')
  const choices = listed === null ? [] : readChoices(listed, `${where}.choices`)
  const said = optional(object, 'kind')
  const kind = said === null ? (choices.length > 0 ? 'choice' : 'text') : oneOf(said, `${where}.kind`, kinds)
  if (kind === 'choice' && choices.length === 0) {
    throw new WrongTags(listed ?? object, `${where}.choices`, 'must list what there is to choose from')
  }
  if (kind !== 'choice' && choices.length > 0) {
    throw new WrongTags(said ?? node, `${where}.kind`, 'must be "choice" where choices are listed')
  }
  return { id, label, kind, choices }
}

function readChoices(node: JsonNode, where: string): readonly string[] {
  const items = listOf(node, where)
  const extra = items[MOST_CHOICES]
  if (extra !== undefined) throw new WrongTags(extra, where, `has more than ${MOST_CHOICES} choices`)
  const choices = new Set<string>()
  items.forEach((item, index) => {
    const choice = someWordsOf(item, `${where}[${index}]`, LONGEST_LABEL)
    if (choices.has(choice)) throw new WrongTags(item, `${where}[${index}]`, `“${choice}” is listed twice`)
    choices.add(choice)
  })
  return [...choices]
}
