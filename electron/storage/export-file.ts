import { randomBytes } from 'node:crypto'
import type { Dirent } from 'node:fs'
import fsp from 'node:fs/promises'
import path from 'node:path'
import { bytesOf, type Made, type MadeFile } from '../../shared/exchange/made.ts'
import { durableCreate, durableReplace } from './durable-replace.ts'
import { isMissing } from './io-error.ts'
import { syncFolder } from './sync-folder.ts'
import { tempName } from './temp-name.ts'

// What the person's mask leaves of it, as of any file that a program writes.
const FILE_MODE = 0o666

/** Something stands where a folder would go that is not an earlier export of it. */
export class Occupied extends Error {}

/**
 * Writes an export under this name, whole or not at all, whenever the computer stops; an older one is replaced.
 * Several files go into a folder of that name.
 * @throws the system's error, or {@link Occupied}; what was there is then untouched.
 */
export async function writeExport(target: string, { files }: Made): Promise<void> {
  const [only, ...more] = files
  if (only === undefined) return
  if (more.length > 0) await writeFolder(target, files)
  else await durableReplace(target, bytesOf(only), { newFileMode: FILE_MODE })
}

async function writeFolder(folder: string, files: readonly MadeFile[]): Promise<void> {
  const parent = path.dirname(folder)
  const fresh = temporaryIn(parent)
  await fsp.mkdir(fresh)
  try {
    for (const file of files) {
      await durableCreate(path.join(fresh, path.basename(file.name)), bytesOf(file), FILE_MODE)
    }
    await takePlace(fresh, folder, files)
    await syncFolder(parent)
  } catch (error) {
    await fsp.rm(fresh, { recursive: true, force: true }).catch(() => {})
    throw error
  }
}

/** No system exchanges two folders in one step: the old one steps aside and comes back if the new one can't. */
async function takePlace(fresh: string, folder: string, files: readonly MadeFile[]): Promise<void> {
  if (!(await isEarlier(folder, files))) return fsp.rename(fresh, folder)
  const aside = temporaryIn(path.dirname(folder))
  await fsp.rename(folder, aside)
  try {
    await fsp.rename(fresh, folder)
  } catch (error) {
    await fsp.rename(aside, folder)
    throw error
  }
  await fsp.rm(aside, { recursive: true, force: true }).catch(() => {})
}

/** @returns false: nothing is there. @throws {@link Occupied}: it is no folder, or holds anything else. */
async function isEarlier(folder: string, files: readonly MadeFile[]): Promise<boolean> {
  const names = new Set(files.map(({ name }) => name))
  let entries: readonly Dirent[]
  try {
    if (!(await fsp.lstat(folder)).isDirectory()) throw new Occupied(folder)
    entries = await fsp.readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
  if (!entries.every((entry) => entry.isFile() && names.has(entry.name))) throw new Occupied(folder)
  return true
}

function temporaryIn(folder: string): string {
  return path.join(folder, tempName(process.pid, randomBytes(6).toString('hex')))
}
