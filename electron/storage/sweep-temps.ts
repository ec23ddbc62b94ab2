import fsp from 'node:fs/promises'
import path from 'node:path'
import { isAlive } from './process-alive.ts'
import { textsFolder } from './story-folder.ts'
import { tempOwner } from './temp-name.ts'

// On a share the number may be that of a process on another computer: what is younger may still be in use there.
const OLD_ENOUGH_MS = 3_600_000

/**
 * Removes what a killed Galley left behind, in a folder and where it keeps texts there: own temporary files and
 * folders of processes that no longer run and that nobody touched for an hour. Failing to is no failure: it is tried again
 * at the next opening.
 * @returns how many were removed.
 */
export async function sweepTemps(folder: string, nowMs: number): Promise<number> {
  return (await sweep(folder, nowMs)) + (await sweep(textsFolder(folder), nowMs))
}

async function sweep(folder: string, nowMs: number): Promise<number> {
  let names: string[]
  try {
    names = await fsp.readdir(folder)
  } catch {
    return 0
  }
  let removed = 0
  for (const name of names) {
    const pid = tempOwner(name)
    if (pid === null || isAlive(pid)) continue
    const file = path.join(folder, name)
    try {
      const stat = await fsp.lstat(file)
      if (nowMs - stat.mtimeMs < OLD_ENOUGH_MS) continue
      if (stat.isDirectory()) await fsp.rm(file, { recursive: true })
      else if (stat.isFile()) await fsp.unlink(file)
      else continue
      removed++
    } catch {
      // Gone already, or not ours to remove.
    }
  }
  return removed
}
