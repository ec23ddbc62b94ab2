import { randomBytes } from 'node:crypto'
import type { BigIntStats } from 'node:fs'
import fsp, { type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { codeOf, isMissing } from './io-error.ts'
import { syncFolder } from './sync-folder.ts'
import { tempName } from './temp-name.ts'

/**
 * Which state of a file was seen: `ino:size:mtimeNs`, or `absent`. Equal tags mean an unchanged file on every
 * file system that counts well; where one does not (2 s steps on FAT, drifting shares), the content decides.
 */
export type Tag = string

export const ABSENT: Tag = 'absent'

export function tagOf(stat: BigIntStats): Tag {
  return `${stat.ino}:${stat.size}:${stat.mtimeNs}`
}

/** @throws the system's error, except that a missing file is {@link ABSENT}. */
export async function tagAt(file: string): Promise<Tag> {
  try {
    return tagOf(await fsp.stat(file, { bigint: true }))
  } catch (error) {
    if (isMissing(error)) return ABSENT
    throw error
  }
}

export interface ReplaceOptions {
  /** Permissions of a file that was not there before; an existing one keeps its own. */
  readonly newFileMode: number
  /** Called when the new bytes are safe and just before they take the name; throws to stop. */
  beforeRename?(target: string): Promise<void>
}

/**
 * Puts `bytes` where `file` is so that after a crash at any moment there is the old file or the new one, whole;
 * when it returns, the new one is on the disk. A symbolic link stays a link, its target is replaced.
 * @returns the tag of the new file. @throws the system's error; the old file is then untouched.
 */
export async function durableReplace(file: string, bytes: Uint8Array, options: ReplaceOptions): Promise<Tag> {
  const target = await resolveLink(file)
  const folder = path.dirname(target)
  const oldMode = await modeOf(target)
  const { temp, handle } = await openTemp(folder, oldMode ?? options.newFileMode)
  try {
    const tag = await fill(handle, bytes, oldMode)
    await options.beforeRename?.(target)
    await retry(() => fsp.rename(temp, target), RENAME_PATIENCE_MS)
    await syncFolder(folder)
    return tag
  } catch (error) {
    await fsp.unlink(temp).catch(() => {})
    throw error
  }
}

// exFAT and some shares have no hard links.
const NO_LINKS: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']

/**
 * Makes a file of that name, whole and on the disk when this returns; never over anything, nor through a link.
 * @returns false: the name is taken. @throws the system's error; then nothing was made.
 */
export async function durableCreate(file: string, bytes: Uint8Array, mode: number): Promise<boolean> {
  const folder = path.dirname(file)
  const { temp, handle } = await openTemp(folder, mode)
  try {
    await fill(handle, bytes, null)
    const isMade = await giveName(temp, file, bytes, mode)
    await syncFolder(folder)
    return isMade
  } finally {
    await fsp.unlink(temp).catch(() => {})
  }
}

async function giveName(temp: string, file: string, bytes: Uint8Array, mode: number): Promise<boolean> {
  try {
    await fsp.link(temp, file).catch(async (error: unknown) => {
      if (!NO_LINKS.includes(codeOf(error))) throw error
      await createInPlace(file, bytes, mode)
    })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function createInPlace(file: string, bytes: Uint8Array, mode: number): Promise<void> {
  const handle = await fsp.open(file, 'wx', mode)
  try {
    await fill(handle, bytes, null)
  } catch (error) {
    await fsp.unlink(file).catch(() => {})
    throw error
  }
}

/** Exclusive: never follows a planted link, never shares a file with another process. */
async function openTemp(
  folder: string,
  mode: number,
): Promise<{ readonly temp: string; readonly handle: FileHandle }> {
  const temp = path.join(folder, tempName(process.pid, randomBytes(6).toString('hex')))
  return { temp, handle: await retry(() => fsp.open(temp, 'wx', mode), OPEN_PATIENCE_MS) }
}

/** Writes, makes durable, checks and closes. */
async function fill(handle: FileHandle, bytes: Uint8Array, mode: number | null): Promise<Tag> {
  try {
    // A write may take fewer bytes than it was given (a disk that fills up): what was taken is counted.
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, done)
      if (bytesWritten <= 0) throw Object.assign(new Error('nothing more was written'), { code: 'ENOSPC' })
      done += bytesWritten
    }
    // The mask of the process may have taken bits away that the old file had.
    if (mode !== null && process.platform !== 'win32') await handle.chmod(mode)
    await handle.sync()
    const stat = await handle.stat({ bigint: true })
    if (stat.size !== BigInt(bytes.length)) {
      throw Object.assign(new Error(`${stat.size} of ${bytes.length} bytes arrived`), { code: 'EIO' })
    }
    return tagOf(stat)
  } finally {
    await handle.close()
  }
}

async function resolveLink(file: string): Promise<string> {
  try {
    return await fsp.realpath(file)
  } catch (error) {
    if (isMissing(error)) return file
    throw error
  }
}

async function modeOf(file: string): Promise<number | null> {
  try {
    return (await fsp.stat(file)).mode & 0o777
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

// Virus scanners and sync clients hold a file for a moment; a person should not wait longer than this for the
// status to change. The caller tries again later.
const RENAME_PATIENCE_MS = 3000
const OPEN_PATIENCE_MS = 1000

async function retry<T>(act: () => Promise<T>, patienceMs: number): Promise<T> {
  const end = performance.now() + patienceMs
  for (let pause = 10; ; pause = Math.min(pause * 2, 250)) {
    try {
      return await act()
    } catch (error) {
      if (!passes(codeOf(error)) || performance.now() + pause > end) throw error
      await wait(pause)
    }
  }
}

/** Might the next try succeed? On POSIX a refused permission stays refused. */
function passes(code: string): boolean {
  if (code === 'EACCES' || code === 'EPERM') return process.platform === 'win32'
  return code === 'EBUSY' || code === 'EAGAIN' || code === 'EMFILE' || code === 'ENFILE'
}
