import type { Annotation, Content, Fields, PrivatePart } from '../../shared/annotation/annotation.ts'
import { NOTHING_PRIVATE, samePrivate, withPrivate } from '../../shared/annotation/private-part.ts'

/** What a person decided about an annotation, without the rest of it. */
export function contentOf({ tag, note, fields, private: part }: Annotation): Content {
  return part === undefined ? { tag, note, fields } : { tag, note, fields, private: part }
}

/** The annotation with another content: what is no longer private is gone from it. */
export function withContent(annotation: Annotation, content: Content): Annotation {
  const { private: _before, ...rest } = annotation
  return { ...rest, ...content }
}

export function sameContent(a: Content, b: Content): boolean {
  return (
    a.tag === b.tag &&
    a.note === b.note &&
    sameFields(a.fields, b.fields) &&
    samePrivate(a.private, b.private)
  )
}

/**
 * Takes over each part in which `to` differs from `from`, where the current one is still as in `from`: tag, note
 * and each field by itself, and the same of what is private.
 */
export function mergeContent(current: Content, from: Content, to: Content): Content {
  const content: Content = {
    tag: current.tag === from.tag ? to.tag : current.tag,
    note: current.note === from.note ? to.note : current.note,
    fields: mergeFields(current.fields, from.fields, to.fields),
  }
  return withPrivate(content, mergePrivate(current.private, from.private, to.private))
}

function mergePrivate(
  current: PrivatePart = NOTHING_PRIVATE,
  from: PrivatePart = NOTHING_PRIVATE,
  to: PrivatePart = NOTHING_PRIVATE,
): PrivatePart {
  return {
    note: current.note === from.note ? to.note : current.note,
    fields: mergeFields(current.fields, from.fields, to.fields),
  }
}

function mergeFields(current: Fields, from: Fields, to: Fields): Fields {
  // Maps: a colleague's file may name a field `__proto__`.
  const fields = new Map(Object.entries(current))
  const old = new Map(Object.entries(from))
  const wanted = new Map(Object.entries(to))
  for (const name of new Set([...old.keys(), ...wanted.keys()])) {
    if (fields.get(name) !== old.get(name)) continue
    const value = wanted.get(name)
    if (value === undefined) fields.delete(name)
    else fields.set(name, value)
  }
  return Object.fromEntries(fields)
}

function sameFields(a: Fields, b: Fields): boolean {
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && a[name] === b[name])
  )
}
