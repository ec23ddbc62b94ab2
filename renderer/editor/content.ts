import type { Annotation, Content } from '../../shared/annotation/annotation.ts'

/** What a person decided about an annotation, without the rest of it. */
export function contentOf({ tag, note, fields }: Annotation): Content {
  return { tag, note, fields }
}

export function sameContent(a: Content, b: Content): boolean {
  return a.tag === b.tag && a.note === b.note && sameFields(a.fields, b.fields)
}

/**
 * Takes over each part in which `to` differs from `from`, where the current one is still as in `from`: tag, note
 * and each field by itself.
 */
export function mergeContent(current: Content, from: Content, to: Content): Content {
  // Maps: a colleague's file may name a field `__proto__`.
  const fields = new Map(Object.entries(current.fields))
  const old = new Map(Object.entries(from.fields))
  const wanted = new Map(Object.entries(to.fields))
  for (const name of new Set([...old.keys(), ...wanted.keys()])) {
    if (fields.get(name) !== old.get(name)) continue
    const value = wanted.get(name)
    if (value === undefined) fields.delete(name)
    else fields.set(name, value)
  }
  return {
    tag: current.tag === from.tag ? to.tag : current.tag,
    note: current.note === from.note ? to.note : current.note,
    fields: Object.fromEntries(fields),
  }
}

function sameFields(a: Content['fields'], b: Content['fields']): boolean {
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && a[name] === b[name])
  )
}
