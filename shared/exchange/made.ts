import type { LeftOut } from './left-out.ts'

/** A finished file of an export. */
export interface MadeFile {
  /** Without a folder. */
  readonly name: string
  readonly mediaType: string
  /** Text is UTF-8 when written. */
  readonly content: string | Uint8Array
}

/** What one export of one story made. */
export interface Made {
  /** Suggested name, made from the story's: of the only file, or of the folder that `files` go into. */
  readonly name: string
  /** More than one: they belong into a folder of their own. */
  readonly files: readonly MadeFile[]
  /** What the format can't hold and the chosen annotations have. */
  readonly leftOut: readonly LeftOut[]
}

/** File name without its last extension: `council.vote.txt` → `council.vote`. */
export function stemOf(name: string): string {
  return name.replace(/(?!^)\.[^.]*$/, '')
}
