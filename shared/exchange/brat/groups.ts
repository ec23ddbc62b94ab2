import type { Fields, PlacedAnnotation } from '../../annotation/annotation.ts'
import { type KeptMark, keptMarkOf } from './kept.ts'

/** Annotations that are one T: a single one, or the fragments of a T that was imported, as far as they are there. */
export interface Group {
  /** In the order of the fragments; never empty. */
  readonly annotations: readonly PlacedAnnotation[]
  readonly tag: string
  /** All notes, one below the other. */
  readonly note: string
  /** Of two values of a field the first fragment's counts. */
  readonly fields: Fields
  /** What the first one kept; null: not from brat. */
  readonly kept: KeptMark | null
}

/**
 * Fragments of one T come together again if one person has them and they still have one tag; each fragment once.
 * @param placed in reading order, in which the groups come too
 */
export function groupsOf(placed: readonly PlacedAnnotation[]): readonly Group[] {
  const lists = new Map<string, { annotation: PlacedAnnotation; kept: KeptMark | null }[]>()
  const parts = new Set<string>()
  for (const annotation of placed) {
    const kept = keptMarkOf(annotation)
    const one = { annotation, kept }
    if (kept === null) {
      lists.set(annotation.id, [one])
      continue
    }
    const name = JSON.stringify([kept.from, kept.id, annotation.creator, annotation.tag])
    const list = lists.get(name)
    const part = `${name}${kept.part[0]}`
    const isTwice = parts.has(part)
    parts.add(part)
    if (list !== undefined && !isTwice) list.push(one)
    else lists.set(list === undefined ? name : annotation.id, [one])
  }
  return [...lists.values()].map((list) => {
    const inOrder = [...list].sort((a, b) => (a.kept?.part[0] ?? 0) - (b.kept?.part[0] ?? 0))
    const annotations = inOrder.map(({ annotation }) => annotation)
    const fields = new Map<string, string>()
    for (const [id, value] of annotations.flatMap((one) => Object.entries(one.fields))) {
      if (value !== '' && !fields.has(id)) fields.set(id, value)
    }
    return {
      annotations,
      tag: annotations[0]?.tag ?? '',
      note: annotations
        .map(({ note }) => note)
        .filter((note) => note !== '')
        .join('\n'),
      fields: Object.fromEntries(fields),
      kept: inOrder[0]?.kept ?? null,
    }
  })
}
