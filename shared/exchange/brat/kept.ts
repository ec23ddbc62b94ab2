import type { Annotation } from '../../annotation/annotation.ts'
import type { Carried } from '../imported.ts'
import { isJsonObject, type JsonObject, memberOf, textOf } from '../input.ts'
import type { KeptLine } from './ann-line.ts'

/** What a mark from a brat file keeps, under `brat` of its carried data. */
export interface KeptMark {
  /** Of which file: the same in all marks of one, and in its {@link KeptSet}. */
  readonly from: string
  /** Id of its T. Fragments of a T that is not in one piece share it. */
  readonly id: string
  /** Type of its T, in brat's own letters; absent: not known. */
  readonly type?: string
  /** Number of the T's line. */
  readonly at: number
  /** This fragment and how many there are, counted from 1: `[1, 2]`. */
  readonly part: readonly [number, number]
  /** What stood behind the quoted words, with its white space; absent: nothing. */
  readonly tail?: string
  /** Lines about the T alone: attributes, notes, normalisations. On the first fragment. */
  readonly lines?: readonly KeptLine[]
}

/** What a brat file keeps beside its marks: relations, events, equivalences and what is about them. */
export interface KeptSet {
  readonly from: string
  readonly lines: readonly KeptLine[]
}

/** What a mark kept, read back from a sidecar; null: nothing, or nothing of this form. */
export function keptMarkOf({ carried }: Pick<Annotation, 'carried'>): KeptMark | null {
  const kept = keptOf(carried)
  const part = kept === null ? undefined : memberOf(kept, 'part')
  const [index, count] = Array.isArray(part) ? part : []
  const id = kept === null ? '' : textOf(memberOf(kept, 'id'))
  if (kept === null || !/^T\S*\d\S*$/.test(id) || !Number.isInteger(index) || !Number.isInteger(count))
    return null
  const tail = textOf(memberOf(kept, 'tail'))
  const type = textOf(memberOf(kept, 'type'))
  return {
    from: textOf(memberOf(kept, 'from')),
    id,
    ...(/^\S+$/.test(type) ? { type } : {}),
    at: Number(memberOf(kept, 'at')) || 0,
    part: [Number(index), Number(count)],
    ...(/[\r\n]/.test(tail) || tail === '' ? {} : { tail }),
    lines: linesOf(memberOf(kept, 'lines')),
  }
}

/** What a file kept; null: nothing, or nothing of this form. */
export function keptSetOf(carried: Carried): KeptSet | null {
  const kept = keptOf(carried)
  if (kept === null) return null
  return { from: textOf(memberOf(kept, 'from')), lines: linesOf(memberOf(kept, 'lines')) }
}

function keptOf(carried: Carried | undefined): JsonObject | null {
  const kept = carried === undefined ? undefined : memberOf(carried, 'brat')
  return isJsonObject(kept) ? kept : null
}

/** Sidecars can be edited by hand: what is no line is passed over, and a line end would make two of one. */
function linesOf(value: unknown): readonly KeptLine[] {
  return (Array.isArray(value) ? value : [])
    .filter(isJsonObject)
    .map((line) => ({ at: Number(memberOf(line, 'at')) || 0, text: textOf(memberOf(line, 'text')) }))
    .filter(({ text }) => text !== '' && !/[\r\n]/.test(text))
}
