import type { Carried } from '../exchange/imported.ts'
import type { AnnotationId, AnnotatorId, IsoTime } from '../units.ts'

/** What a reviewer can say of an annotation, beside words. */
export const verdicts = ['agrees', 'disputes', 'asks', 'resolved'] as const

/** One of {@link verdicts}; where null is allowed, an answer in words only. */
export type Verdict = (typeof verdicts)[number]

/**
 * A reviewer's answer to an annotation. Kept in the reviewer's own sidecar as an item whose target is the IRI of the
 * annotation, with the motivation `replying`, or `assessing` where there is a verdict.
 */
export interface Reply {
  readonly id: AnnotationId
  readonly creator: AnnotatorId
  /** Name of the creator as the sidecar has it: a reviewer who marked nothing has no layer. Absent: not known. */
  readonly name?: string
  /** The annotation, or another reply, that it answers. */
  readonly to: AnnotationId
  readonly verdict: Verdict | null
  /** Plain text; empty: only a verdict. */
  readonly note: string
  readonly created: IsoTime
  readonly modified: IsoTime
  /** What the format that it was imported from says besides. Absent: nothing, or it was not imported. */
  readonly carried?: Carried
}
