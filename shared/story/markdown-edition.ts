import type { BlockContent } from './block-contents.ts'
import type { Leaf, LeafMap } from './markdown-leaves.ts'
import type { ParsedPieces } from './markdown-parse.ts'
import type { Pairs } from './pair-blocks.ts'

/** An edited story beside the source it was read from. */
export interface Edition {
  /** Line ends normalised to `\n`. */
  readonly source: string
  readonly old: readonly BlockContent[]
  readonly edited: readonly BlockContent[]
  readonly map: LeafMap
  readonly pairs: Pairs
  /** Pieces of it, and of what was tried in its place. */
  readonly parsed: ParsedPieces
}

/** How much is written anew. */
export interface Effort {
  /** 0: of the forms that a block can take, the first that reads well; 1: the second; … */
  readonly form: number
  /** Blocks in one list or quotation with a changed one are written again as well. */
  readonly wholeContainers: boolean
}

/** The leaf that an old block stands in; null: none. */
export function leafOf({ map }: Edition, block: number | undefined): Leaf | null {
  return map.leaves[map.leafOf[block ?? -1] ?? -1] ?? null
}
