import type { JsonNode } from './json-text.ts'

/** What is wrong with a scheme. `where`: its path, e.g. `tags[2].key`; `detail`: a phrase that goes on from there. */
export interface TagsFault {
  /** UTF-16 units from the start of the text. */
  readonly at: number
  readonly where: string
  readonly detail: string
}

/** Ends the reading of a scheme; it is caught where the reading began. */
export class WrongTags extends Error {
  readonly fault: TagsFault
  constructor(node: JsonNode, where: string, detail: string) {
    super(detail)
    this.fault = { at: node.at, where, detail }
  }
}

export type ObjectNode = Extract<JsonNode, { kind: 'object' }>

/** Controls, halves of surrogate pairs, line ends, and what turns the reading direction of the words around it. */
const UNFIT = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u

/** @throws WrongTags */
export function objectOf(node: JsonNode, where: string): ObjectNode {
  if (node.kind !== 'object') throw new WrongTags(node, where, 'must be an object in braces { }')
  return node
}

/** @throws WrongTags */
export function listOf(node: JsonNode, where: string): readonly JsonNode[] {
  if (node.kind !== 'list') throw new WrongTags(node, where, 'must be a list in brackets [ ]')
  return node.items
}

/** The member; null counts as absent. @throws WrongTags if it is absent */
export function memberOf(object: ObjectNode, name: string, where: string): JsonNode {
  const found = optional(object, name)
  if (found === null) throw new WrongTags(object, `${where}.${name}`, 'is missing')
  return found
}

/** The member; null: absent. */
export function optional(object: ObjectNode, name: string): JsonNode | null {
  const found = object.members.get(name)
  return found === undefined || found.kind === 'null' ? null : found
}

/** Words for people, without the white space around them. @param most in code points. @throws WrongTags */
export function wordsOf(node: JsonNode, where: string, most: number): string {
  if (node.kind !== 'string') throw new WrongTags(node, where, 'must be a text in quotation marks')
  const words = node.value.trim()
  if (UNFIT.test(words))
    throw new WrongTags(node, where, 'has a line break or another control character in it')
  const length = [...words].length
  if (length > most) throw new WrongTags(node, where, `has ${length} characters; at most ${most} fit`)
  return words
}

/** {@link wordsOf}, at least one character. @throws WrongTags */
export function someWordsOf(node: JsonNode, where: string, most: number): string {
  const words = wordsOf(node, where, most)
  if (words === '') throw new WrongTags(node, where, 'is empty')
  return words
}

/** One of a few words. @throws WrongTags */
export function oneOf<const T extends string>(node: JsonNode, where: string, allowed: readonly T[]): T {
  const found = node.kind === 'string' ? allowed.find((word) => word === node.value) : undefined
  if (found !== undefined) return found
  throw new WrongTags(node, where, `must be one of ${allowed.map((word) => `"${word}"`).join(', ')}`)
}

/** Lower-case letters, digits and hyphens. @throws WrongTags */
export function idOf(node: JsonNode, where: string): string {
  if (node.kind === 'string' && /^[a-z0-9-]{1,64}$/.test(node.value)) return node.value
  throw new WrongTags(node, where, 'must be 1 to 64 lower-case letters a–z, digits and hyphens')
}
