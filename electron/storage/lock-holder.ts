import fsp from 'node:fs/promises'
import { uptime } from 'node:os'
import { sha256 } from './hash.ts'
import { isMissing } from './io-error.ts'
import { isAlive, startOf } from './process-alive.ts'

/** Who holds a lock; the content of its file. The token is new each time, so that no two holdings look alike. */
export interface Holder {
  readonly pid: number
  /** See {@link startOf}. */
  readonly start: string | null
  /** Milliseconds since 1970. */
  readonly at: number
  /** 16 hex. */
  readonly token: string
}

/** What a lock file says. `dead`: its holder is no longer there; the token names that holding. */
export type LockState =
  | { readonly kind: 'free' }
  | { readonly kind: 'held' }
  | { readonly kind: 'dead'; readonly token: string }

/** Tokens of this very process: tells our own holding from that of an earlier process with our number. */
const ours = new Set<string>()
const ownStart = startOf(process.pid)

/** A holding of this process, known from here on until {@link forget}. */
export function newHolder(token: string): Holder {
  ours.add(token)
  return { pid: process.pid, start: ownStart, at: Date.now(), token }
}

export function forget(holder: Holder): void {
  ours.delete(holder.token)
}

/** @throws the system's error; a missing file is free. */
export async function lookAtLock(file: string): Promise<LockState> {
  try {
    const bytes = await fsp.readFile(file)
    const holder = parse(bytes)
    if (holder !== null) return isHeld(holder) ? { kind: 'held' } : { kind: 'dead', token: holder.token }
    return (await isYoung(file)) ? { kind: 'held' } : { kind: 'dead', token: sha256(bytes).slice(0, 16) }
  } catch (error) {
    if (isMissing(error)) return { kind: 'free' }
    throw error
  }
}

/** null: it names no holder. That is left by a power cut, or is just being written where there are no links. */
function parse(bytes: Buffer): Holder | null {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    return isHolder(value) ? value : null
  } catch {
    return null
  }
}

function isHolder(value: unknown): value is Holder {
  if (typeof value !== 'object' || value === null) return false
  if (!('pid' in value && 'start' in value && 'at' in value && 'token' in value)) return false
  if (value.start !== null && typeof value.start !== 'string') return false
  if (typeof value.token !== 'string' || !/^[0-9a-f]{16}$/.test(value.token)) return false
  return Number.isInteger(value.pid) && typeof value.at === 'number'
}

// A clock that is set right moves the time of the last start a little.
const CLOCK_STEP_MS = 60_000

function isHeld(holder: Holder): boolean {
  if (!isAlive(holder.pid)) return false
  const start = startOf(holder.pid)
  if (start !== null && holder.start !== null) return start === holder.start
  // Where the system does not say when a process began, its number may have gone to another one since.
  if (holder.pid === process.pid) return ours.has(holder.token)
  return holder.at > Date.now() - uptime() * 1000 - CLOCK_STEP_MS
}

// Writing a hundred bytes takes less, also on a slow disk.
const WRITTEN_WITHIN_MS = 2000

async function isYoung(file: string): Promise<boolean> {
  return Math.abs(Date.now() - (await fsp.stat(file)).mtimeMs) < WRITTEN_WITHIN_MS
}
