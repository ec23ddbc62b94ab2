import type { Block, InlineMark } from './story.ts'

/** The story as an editor has it: what a person can change of one. Same rules as in `Story`. */
export interface EditedStory {
  /** The blocks joined by `\n`. */
  readonly text: string
  /** In order; together they cover the text. */
  readonly blocks: readonly Block[]
  /** May overlap and touch; order does not matter. */
  readonly marks: readonly InlineMark[]
}

/**
 * Why a block can only be read while text is edited: rows of a table, words among HTML tags, the text of a
 * footnote, a picture, and Markdown too tangled to say where a block stands in it. (Front matter makes no block.)
 */
export type FixedKind = 'table' | 'html' | 'footnote' | 'image' | 'tangled'

/** A block that can only be read. */
export interface FixedBlock {
  /** Index of the block, from 0. */
  readonly block: number
  readonly what: FixedKind
}

/** Why an edited story was not written. `block` counts from 0 in the edited story; `words`: how the block begins. */
export type WriteProblem =
  /** A block that can only be read was changed, removed or moved; `words` are those it had. */
  | { readonly kind: 'fixed-block'; readonly block: number; readonly words: string; readonly what: FixedKind }
  /** Written and read again, the block would not be what the screen shows. */
  | { readonly kind: 'differs'; readonly block: number; readonly words: string }
