import type { Verdict } from '../review/reply.ts'
import type { IsoTime } from '../units.ts'

/** What an annotation file of another program holds, read and not yet placed in a story. */
export interface ImportedSet {
  /** In the order of the file. */
  readonly marks: readonly ImportedMark[]
  /** What could not be carried over, one sentence each, with the place in the file. */
  readonly warnings: readonly string[]
  /**
   * What the format holds beside the marks and Galley has no word for (relations, events …): plain JSON, kept in the
   * sidecar as it is, so that an export to the same format gives it back. Absent: nothing.
   */
  readonly carried?: Carried
}

/** One mark of another program, or one answer to a mark. */
export interface ImportedMark {
  /** The program's own id, unique in the file; made from the place in the file where it has none. */
  readonly id: string
  /** Name of the author as the file has it; null: the format has none. */
  readonly author: string | null
  readonly created: IsoTime | null
  readonly modified: IsoTime | null
  /** The program's word for the kind of mark; a person's table turns it into a tag. Empty: it has none. */
  readonly tag: string
  /** Plain text; empty: none. */
  readonly note: string
  /** By field id or the program's own name. */
  readonly fields: Readonly<Record<string, string>>
  /** Where it stands; null only for an answer. */
  readonly place: ImportedPlace | null
  /** Answer to the mark or answer with this `id`. */
  readonly replyTo?: string
  /** What an answer says beside words, where the format has a word for it. */
  readonly verdict?: Verdict
  /** The thread is settled. */
  readonly isResolved?: boolean
  /** As in {@link ImportedSet.carried}, of this mark. */
  readonly carried?: Carried
}

/** At least one of the two is there. Where they disagree, the words decide. */
export interface ImportedPlace {
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string } | null
  /** Half-open, in the story text that the other program had. */
  readonly position: {
    readonly start: number
    readonly end: number
    readonly unit: 'code-point' | 'utf-16'
  } | null
}

/** Plain JSON by the name of the format it came from. */
export type Carried = Readonly<Record<string, unknown>>
