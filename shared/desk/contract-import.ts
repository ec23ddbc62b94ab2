import type { ImportFormat } from '../exchange/formats.ts'
import type { TagChoice } from '../exchange/tag-table.ts'
import type { AnnotationId } from '../units.ts'
import type { SaveState } from './contract.ts'

/** A file that a person picked in a page. */
export interface PickedFile {
  readonly name: string
  /** Its bytes. */
  readonly base64: string
  /** The text that was annotated, where it was picked as well: the `.txt` beside a brat `.ann`. */
  readonly companion?: string
}

/** Annotations of another program, read and not yet taken in. */
export interface ImportPreview {
  /** Names what was read, until the next one is read or the story is closed. */
  readonly token: string
  readonly file: string
  readonly format: ImportFormat
  /** In the order of the file. */
  readonly authors: readonly ImportAuthor[]
  /** The words for kinds of marks, the most used first. */
  readonly words: readonly (TagChoice & { readonly count: number })[]
  readonly placed: number
  readonly orphans: number
  /** Neither words nor a usable position: they can't be taken in. */
  readonly nowhere: number
  readonly replies: number
  readonly warnings: readonly string[]
}

export interface ImportAuthor {
  /** As the file has it; null: it does not say. */
  readonly author: string | null
  /** Marks and replies. */
  readonly count: number
  /** It is the name of this person. */
  readonly mine: boolean
}

export interface ImportAuthorChoice {
  readonly author: string | null
  /** The annotator known on this computer by this name, else a new one. */
  readonly name: string
  /** The name may be this person's own: the annotations are theirs. */
  readonly own?: boolean
}

/** What an import did, or would do. */
export interface ImportOutcome {
  readonly save: SaveState
  readonly placed: number
  readonly orphans: readonly ImportedOrphan[]
  /** Not touched, as they may have been changed here since. */
  readonly already: number
  /** Deleted here since: they stay deleted. */
  readonly deleted: readonly { readonly quote: string }[]
  readonly replies: number
  /** What was not taken in, one sentence each. */
  readonly leftOut: readonly string[]
  readonly warnings: readonly string[]
  /** Names of the layers that were written into. */
  readonly layers: readonly string[]
}

export interface ImportedOrphan {
  readonly id: AnnotationId
  readonly quote: string
  /** Name of the layer. */
  readonly annotator: string
}
