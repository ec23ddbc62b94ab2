import type { CodePoint } from '../units.ts'

/** What is known of a place in an earlier text. */
export interface Clue {
  /** The words themselves. Empty: a place that can't be found. */
  readonly exact: string
  /** What stood right before and after; empty where nothing did or nothing is known. */
  readonly prefix: string
  readonly suffix: string
  /** Half-open, in code points of the text it was described in; null: not known. */
  readonly position: { readonly start: CodePoint; readonly end: CodePoint } | null
}
