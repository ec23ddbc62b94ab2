import { randomBytes } from 'node:crypto'
import fsp from 'node:fs/promises'
import { uptime } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { makePrivate } from './data-folder.ts'
import { sha256 } from './hash.ts'
import { codeOf, isMissing } from './io-error.ts'
import { isAlive, startOf } from './process-alive.ts'
import { tempName } from './temp-name.ts'

/** Who holds a lock. The token is new each time, so that no two holdings look alike. */
interface Holder {
  readonly pid: number
  /** See {@link startOf}. */
  readonly start: string | null
  /** Milliseconds since 1970. */
  readonly at: number
  readonly token: string
}

/** Another process holds the lock and did not let go in time. */
export class Busy extends Error {}

// A save takes milliseconds; who holds a lock this long hangs on a dead share.
export const LOCK_PATIENCE_MS = 5000

/** Tokens of this very process: tells our own holding from that of an earlier process with our number. */
const ours = new Set<string>()
const ownStart = startOf(process.pid)

/**
 * One process at a time, for as long as `work` takes. The lock is a file in a folder of this computer, made with
 * its content in one step (a link to a finished file), so that it always names its holder. It is taken from a
 * holder only if that process is dead; see {@link clear} for why two cannot take it at once.
 * @param subject what is locked, e.g. the real path of a sidecar. @throws Busy, or what `work` throws.
 */
export async function withLock<T>(
  folder: string,
  subject: string,
  work: () => Promise<T>,
  patienceMs = LOCK_PATIENCE_MS,
): Promise<T> {
  await makePrivate(folder)
  const base = path.join(folder, sha256(subject).slice(0, 32))
  const token = await acquire(base, `${base}.lock`, patienceMs)
  try {
    return await work()
  } finally {
    await release(`${base}.lock`, token)
  }
}

async function acquire(base: string, file: string, patienceMs: number): Promise<string> {
  const holder: Holder = {
    pid: process.pid,
    start: ownStart,
    at: Date.now(),
    token: randomBytes(8).toString('hex'),
  }
  // From here on the token may be seen by others of this process, who must not think it dead.
  ours.add(holder.token)
  const end = performance.now() + patienceMs
  for (;;) {
    if (await create(file, holder)) return holder.token
    const other = await read(file)
    if (other !== null && !isHeld(other)) await clear(base, file, other, patienceMs)
    else if (performance.now() > end) {
      ours.delete(holder.token)
      throw new Busy(file)
    }
    // Not in step with the others, so that nobody is left out for long.
    else await wait(2 + Math.random() * 20)
  }
}

async function release(file: string, token: string): Promise<void> {
  try {
    await fsp.unlink(file)
  } finally {
    ours.delete(token)
  }
}

/** @returns false: it is there already. */
async function create(file: string, holder: Holder): Promise<boolean> {
  const temp = path.join(path.dirname(file), tempName(process.pid, randomBytes(6).toString('hex')))
  await fsp.writeFile(temp, JSON.stringify(holder), { flag: 'wx', mode: 0o600 })
  try {
    await fsp.link(temp, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    await fsp.unlink(temp)
  }
}

/** @returns null: it was let go meanwhile. */
async function read(file: string): Promise<Holder | null> {
  try {
    return toHolder(await fsp.readFile(file))
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

// A lock is made whole or not at all; one that names no holder was damaged when the computer lost its power.
const NOBODY = -1

function toHolder(bytes: Buffer): Holder {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    if (isHolder(value)) return value
  } catch {}
  return { pid: NOBODY, start: null, at: 0, token: sha256(bytes).slice(0, 16) }
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
  if (holder.pid === NOBODY || !isAlive(holder.pid)) return false
  const start = startOf(holder.pid)
  if (start !== null && holder.start !== null) return start === holder.start
  // Where the system does not say when a process began, its number may have gone to another one since.
  if (holder.pid === process.pid) return ours.has(holder.token)
  return holder.at > Date.now() - uptime() * 1000 - CLOCK_STEP_MS
}

/**
 * Removes the lock of a dead process. Only who holds the marker named after the dead holder's token may remove
 * its lock, the token never comes back, and the marker is itself such a lock: so between the second look and the
 * removal nobody else can have put a living holder's lock in its place.
 */
async function clear(base: string, file: string, dead: Holder, patienceMs: number): Promise<void> {
  const marker = `${base}.${dead.token}`
  const token = await acquire(base, marker, patienceMs)
  try {
    if ((await read(file))?.token === dead.token) await fsp.unlink(file)
  } finally {
    await release(marker, token)
  }
}
