import { constants } from 'node:fs'
import fsp from 'node:fs/promises'
import path from 'node:path'
import type { PickedFile } from '../../shared/desk/contract-import.ts'
import { IMPORT_LIMIT } from '../../shared/exchange/input.ts'
import type { ImportFailure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { codeOf } from './io-error.ts'

/** A file of annotations as it came. */
export interface ImportFile {
  /** Without a folder. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The text beside it that was annotated (brat); null: there is none. */
  readonly companion: Uint8Array | null
}

/** Reads a file that a person chose, and the text that brat keeps beside an `.ann`. */
export async function readImportFile(file: string): Promise<Result<ImportFile, ImportFailure>> {
  const name = path.basename(file)
  const read = await readLimited(file)
  if (!read.ok) return read
  const companion = await companionOf(file)
  return ok({ name, bytes: read.value, companion })
}

async function companionOf(file: string): Promise<Uint8Array | null> {
  if (path.extname(file).toLowerCase() !== '.ann') return null
  const read = await readLimited(`${file.slice(0, -'.ann'.length)}.txt`)
  return read.ok ? read.value : null
}

async function readLimited(file: string): Promise<Result<Uint8Array, ImportFailure>> {
  const name = path.basename(file)
  try {
    // Not waited for: a pipe could hang for ever.
    const handle = await fsp.open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const stat = await handle.stat()
      if (!stat.isFile()) return err({ kind: 'import-io', file: name, code: 'EINVAL' })
      if (stat.size > IMPORT_LIMIT) return err(tooLarge(name, stat.size))
      return ok(await handle.readFile())
    } finally {
      await handle.close()
    }
  } catch (error) {
    return err({ kind: 'import-io', file: name, code: codeOf(error) })
  }
}

function tooLarge(file: string, bytes: number): ImportFailure {
  return { kind: 'import-too-large', file, bytes, limit: IMPORT_LIMIT }
}

/** What a page handed over of the files that a person picked in it. */
export function fileOfPage({ name, base64, companion }: PickedFile): Result<ImportFile, ImportFailure> {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length > IMPORT_LIMIT) return err(tooLarge(name, bytes.length))
  return ok({ name, bytes, companion: companion === undefined ? null : Buffer.from(companion, 'utf8') })
}
