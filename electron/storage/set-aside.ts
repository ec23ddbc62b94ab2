import fsp from 'node:fs/promises'
import path from 'node:path'
import { codeOf, isMissing } from './io-error.ts'
import { syncFolder } from './sync-folder.ts'

/**
 * Renames a file that could not be read to `….damaged-<time>`, so that a new one can be written in its place.
 * Nothing is ever replaced: a name that is taken gets a number. @throws the system's error.
 * @param time UTC, e.g. `2026-11-20T10:42:00Z`. @returns the new name.
 */
export async function setAside(folder: string, file: string, time: string): Promise<string> {
  const stamp = time.replace(/\.\d+/, '').replaceAll(':', '-')
  for (let number = 1; ; number++) {
    const name = `${file}.damaged-${stamp}${number === 1 ? '' : `-${number}`}`
    if (!(await isTaken(path.join(folder, name)))) {
      await fsp.rename(path.join(folder, file), path.join(folder, name))
      await syncFolder(folder)
      return name
    }
  }
}

async function isTaken(file: string): Promise<boolean> {
  try {
    await fsp.lstat(file)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw Object.assign(new Error('cannot look'), { code: codeOf(error) })
  }
}
