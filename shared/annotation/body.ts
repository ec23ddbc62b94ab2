import type { TagId } from '../units.ts'
import type { Fields, PublicContent } from './annotation.ts'
import type { SidecarItem } from './sidecar-schema.ts'

/** One element of an item's `body`. */
export type BodyPart = SidecarItem['body'][number]

/** Tag, note and fields of a body. The first of each kind counts; an empty tag means that there is none. */
export function contentOfBody(body: readonly BodyPart[]): PublicContent {
  return { tag: (tagOf(body) ?? '') as TagId, note: body.find(isNote)?.value ?? '', fields: fieldsOf(body) }
}

/** The tag, if the body names one. */
export function tagOf(body: readonly BodyPart[]): string | undefined {
  return body.find(isTag)?.value
}

/**
 * The bodies for a content: tag, note, fields by name, then what `keep` has besides. Members of a kept body
 * that we do not know (a language, say) stay on it.
 */
export function writeBody(content: PublicContent, keep: readonly BodyPart[]): BodyPart[] {
  const keptTag = keep.find(isTag)
  const keptNote = keep.find(isNote)
  const keptFields = new Map(keep.filter(isField).map((part) => [part['galley:field'], part]))
  const tag = { ...keptTag, type: 'TextualBody', purpose: 'classifying', value: content.tag }
  const note = {
    ...keptNote,
    type: 'TextualBody',
    purpose: 'commenting',
    value: content.note,
    format: 'text/plain',
  }
  const fields = Object.entries(content.fields)
    .filter(([, value]) => value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, value]) => ({
      ...keptFields.get(field),
      type: 'TextualBody',
      purpose: 'describing',
      value,
      'galley:field': field,
    }))
  const others = keep.filter((part) => part !== keptTag && part !== keptNote && !isField(part))
  return [tag, ...(content.note === '' ? [] : [note]), ...fields, ...others]
}

/** Do two contents say the same? */
export function sameContent(a: PublicContent, b: PublicContent): boolean {
  const names = Object.keys(a.fields)
  return (
    a.tag === b.tag &&
    a.note === b.note &&
    names.length === Object.keys(b.fields).length &&
    names.every((name) => Object.hasOwn(b.fields, name) && a.fields[name] === b.fields[name])
  )
}

function fieldsOf(body: readonly BodyPart[]): Fields {
  const fields = new Map<string, string>()
  for (const part of body.filter(isField)) {
    const field = part['galley:field']
    if (!fields.has(field) && part.value) fields.set(field, part.value)
  }
  // fromEntries defines members, so that no field name is special, not even `__proto__`.
  return Object.fromEntries(fields)
}

function isTag(part: BodyPart): boolean {
  return part.purpose === 'classifying' && part.value !== undefined && part.value !== ''
}

function isNote(part: BodyPart): boolean {
  return part.purpose === 'commenting' && part.value !== undefined
}

function isField(part: BodyPart): part is BodyPart & { 'galley:field': string } {
  return part.purpose === 'describing' && part['galley:field'] !== undefined
}
