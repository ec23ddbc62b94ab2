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

/** What is written for a file. */
export function bytesOf({ content }: MadeFile): Uint8Array {
  return typeof content === 'string' ? encoder.encode(content) : content
}

const encoder = new TextEncoder()

/** Names that differ only in case or in Unicode form are one file on many disks. */
export function folded(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/** Suggested name without the story's part, be that its stem or its whole name: `.report.html`. */
export function suffixOf(suggested: string, storyName: string): string {
  const part = [storyName, stemOf(storyName)].find((named) => suggested.startsWith(`${named}.`))
  return part === undefined ? suggested : suggested.slice(part.length)
}

/**
 * The stem, or the whole name, of the story whose export has this name: `council.report.html` → `council`,
 * `council.docx.report.html` → `council.docx`; null: exports are not named so. A story may be: `annual.report.html` is an
 * export only beside a story `annual`.
 */
export function exportedStem(name: string): string | null {
  return (
    /^(.+)\.(?:report\.(?:html|pdf|md)|annotated\.docx|annotations\.(?:csv|xlsx|jsonld)|hypothesis\.json)$/i.exec(
      name,
    )?.[1] ?? null
  )
}
