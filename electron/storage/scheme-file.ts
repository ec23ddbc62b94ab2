import { isUtf8 } from 'node:buffer'
import { constants } from 'node:fs'
import fsp from 'node:fs/promises'
import path from 'node:path'
import type { SaveFailure, SchemeFailure, ShareFailure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { parseScheme, printScheme, SCHEME_LIMIT } from '../../shared/tags/scheme-text.ts'
import { SCHEME_FILE, type Tag } from '../../shared/tags.ts'
import { durableCreate } from './durable-replace.ts'
import { codeOf, isMissing, saveFailure } from './io-error.ts'

/**
 * The tags of a folder's `galley.tags.json`. A link to a file elsewhere is followed. Nothing is written.
 * @returns null: the folder has no such file.
 */
export async function readSchemeFile(folder: string): Promise<Result<readonly Tag[], SchemeFailure> | null> {
  const file = path.join(folder, SCHEME_FILE)
  try {
    const bytes = await readBytes(file)
    if (!bytes.ok) return bytes
    if (!isUtf8(bytes.value)) return err({ kind: 'scheme-encoding', file: SCHEME_FILE })
    return parseScheme(bytes.value.toString('utf8'), SCHEME_FILE)
  } catch (error) {
    if (isMissing(error) && !(await isLink(file))) return null
    return err({ kind: 'scheme-io', file: SCHEME_FILE, code: codeOf(error) })
  }
}

/** Makes a folder's `galley.tags.json`, whole and on the disk; one that is there stays as it is. */
export async function createSchemeFile(
  folder: string,
  tags: readonly Tag[],
): Promise<Result<null, SaveFailure | ShareFailure>> {
  try {
    const bytes = Buffer.from(printScheme(tags), 'utf8')
    const isMade = await durableCreate(path.join(folder, SCHEME_FILE), bytes, 0o666)
    return isMade ? ok(null) : err({ kind: 'scheme-exists', file: SCHEME_FILE })
  } catch (error) {
    return err(saveFailure(error, SCHEME_FILE))
  }
}

async function readBytes(file: string): Promise<Result<Buffer, SchemeFailure>> {
  // Looked at before it is opened: a device may act. Something else may take the name then: do not wait on a pipe.
  const before = unfit(await fsp.stat(file))
  if (before !== null) return err(before)
  const handle = await fsp.open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const now = unfit(await handle.stat())
    return now === null ? ok(await handle.readFile()) : err(now)
  } finally {
    await handle.close()
  }
}

function unfit(stat: {
  isFile(): boolean
  isDirectory(): boolean
  readonly size: number
}): SchemeFailure | null {
  if (stat.isDirectory()) return { kind: 'scheme-io', file: SCHEME_FILE, code: 'EISDIR' }
  if (!stat.isFile()) return { kind: 'scheme-io', file: SCHEME_FILE, code: 'not a file' }
  if (stat.size <= SCHEME_LIMIT) return null
  return { kind: 'scheme-too-large', file: SCHEME_FILE, bytes: stat.size, limit: SCHEME_LIMIT }
}

/** A link to nowhere is not "no file": somebody meant there to be one. */
async function isLink(file: string): Promise<boolean> {
  return fsp.lstat(file).then(
    (stat) => stat.isSymbolicLink(),
    () => false,
  )
}
