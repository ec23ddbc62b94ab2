import type { Fields } from '../../annotation/annotation.ts'
import { type Verdict, verdicts } from '../../review/reply.ts'
import { isJsonObject, type JsonObject, listOf, memberOf, textOf } from '../input.ts'
import { IRI } from './musts.ts'
import { typesOf } from './terms.ts'

/** What the bodies of a Web Annotation say in Galley's words. */
export interface BodyContent {
  /** Empty: none. */
  readonly tag: string
  readonly note: string
  readonly fields: Fields
  readonly verdict: Verdict | null
}

/** What one body is. `other`: a resource elsewhere, a second tag. */
export type BodyRole = 'tag' | 'note' | 'field' | 'verdict' | 'other'

/** The bodies of an annotation: sets are opened (of a choice the first counts), a text that is no IRI is a note. */
export function bodiesOf(item: JsonObject): readonly unknown[] {
  const value = listOf(memberOf(item, 'bodyValue')).map((text) => ({ type: 'TextualBody', value: text }))
  return [...value, ...listOf(memberOf(item, 'body')).flatMap(opened)]
}

function opened(body: unknown): readonly unknown[] {
  if (typeof body === 'string' && !IRI.test(body)) return [{ type: 'TextualBody', value: body }]
  if (!isJsonObject(body)) return [body]
  const types = typesOf(body)
  if (types.includes('Choice')) return listOf(body.items).slice(0, 1).flatMap(opened)
  const isSet = types.some((type) => type === 'Composite' || type === 'List' || type === 'Independents')
  return isSet ? listOf(body.items).flatMap(opened) : [body]
}

/**
 * Which body is what. The tag is the first that classifies, else the first free tag; notes are texts that comment,
 * describe, reply or say no purpose; our fields are describing texts with `galley:field`.
 */
export function rolesOf(bodies: readonly unknown[], motivations: readonly string[]): readonly BodyRole[] {
  const purposes = bodies.map((body) => purposeOf(body, motivations, bodies.length))
  const classifying = purposes.findIndex(
    (purpose, at) => purpose === 'classifying' && tagIn(bodies[at]) !== '',
  )
  const tagging = purposes.findIndex((purpose, at) => purpose === 'tagging' && tagIn(bodies[at]) !== '')
  const tag = classifying === -1 ? tagging : classifying
  return bodies.map((body, at): BodyRole => {
    if (at === tag) return 'tag'
    const purpose = purposes[at] ?? ''
    if (!isJsonObject(body) || purpose === 'tagging' || purpose === 'classifying') return 'other'
    if (typeof memberOf(body, 'galley:field') === 'string') return 'field'
    if (purpose === 'assessing' && verdictIn(body) !== null) return 'verdict'
    return textIn(body) === '' ? 'other' : 'note'
  })
}

/** What bodies say together: notes one below the other, of two values of a field the first. */
export function contentOf(bodies: readonly unknown[], roles: readonly BodyRole[]): BodyContent {
  const ofRole = (role: BodyRole): readonly JsonObject[] =>
    bodies.filter((_, at) => roles[at] === role).filter(isJsonObject)
  const fields = new Map<string, string>()
  for (const body of ofRole('field')) {
    const id = textOf(body['galley:field'])
    if (!fields.has(id) && textIn(body) !== '') fields.set(id, textIn(body))
  }
  const tag = bodies.find((_, at) => roles[at] === 'tag')
  const [assessed] = ofRole('verdict')
  return {
    tag: tagIn(tag),
    note: ofRole('note').map(textIn).join('\n\n'),
    fields: Object.fromEntries(fields),
    verdict: assessed === undefined ? null : verdictIn(assessed),
  }
}

/** A body without a purpose has the annotation's motivation where there is one body and one motivation. */
function purposeOf(body: unknown, motivations: readonly string[], count: number): string {
  const own = isJsonObject(body)
    ? listOf(memberOf(body, 'purpose')).find((one) => typeof one === 'string')
    : undefined
  if (typeof own === 'string') return own
  return count === 1 && motivations.length === 1 ? (motivations[0] ?? '') : ''
}

/** A tag by its text, or by the last part of its IRI: `https://example.org/tags#fact` → `fact`. */
function tagIn(body: unknown): string {
  if (typeof body === 'string') return lastPart(body)
  if (!isJsonObject(body)) return ''
  if (textIn(body) !== '') return textIn(body).trim()
  const source = memberOf(body, 'source') ?? memberOf(body, 'id')
  return lastPart(isJsonObject(source) ? textOf(source.id) : textOf(source))
}

function lastPart(iri: string): string {
  const part =
    iri
      .split(/[#/]/)
      .filter((one) => one !== '')
      .at(-1) ?? ''
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function textIn(body: JsonObject): string {
  return textOf(memberOf(body, 'value'))
}

function verdictIn(body: JsonObject): Verdict | null {
  return verdicts.find((verdict) => verdict === textIn(body)) ?? null
}
