import { readFileSync } from 'node:fs'
import { codeOf } from './io-error.ts'

/** Does a process with this number run on this computer? */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Not permitted to ask: somebody else's, but there.
    return codeOf(error) === 'EPERM'
  }
}

/**
 * When a process started, in ticks since the computer did; null where the system does not say. Tells a process
 * from a later one that was given the same number.
 */
export function startOf(pid: number): string | null {
  if (process.platform !== 'linux') return null
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // proc(5): field 22; the second field is in parentheses and may hold blanks itself.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}
