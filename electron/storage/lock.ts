import { randomBytes } from 'node:crypto'
import fsp from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { makePrivate } from './data-folder.ts'
import { sha256 } from './hash.ts'
import { codeOf } from './io-error.ts'
import { forget, type Holder, lookAtLock, newHolder } from './lock-holder.ts'
import { tempName } from './temp-name.ts'

/** Another process holds the lock and did not let go in time. */
export class Busy extends Error {}

/** The folder of the locks can't be used; `code` is the system's. */
export class NoLock extends Error {
  readonly code: string
  constructor(error: unknown) {
    super(`no lock: ${codeOf(error)}`)
    this.code = codeOf(error)
  }
}

// A save takes milliseconds; who holds a lock this long hangs on a dead share.
const PATIENCE_MS = 5000

/**
 * One process at a time, for as long as `work` takes. The lock is a file in a folder of this computer, made with
 * its content in one step (a link to a finished file), so that it always names its holder. It is taken from a
 * holder only if that process is dead; see {@link clear} for why two cannot take it at once.
 * @param subject what is locked, e.g. the real path of a sidecar.
 * @throws Busy, NoLock, or what `work` throws.
 */
export async function withLock<T>(
  folder: string,
  subject: string,
  work: () => Promise<T>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const base = path.join(folder, sha256(subject).slice(0, 32))
  const holder = await enter(folder, base, patienceMs)
  try {
    return await work()
  } finally {
    await release(`${base}.lock`, holder)
  }
}

async function enter(folder: string, base: string, patienceMs: number): Promise<Holder> {
  try {
    await makePrivate(folder)
    return await acquire(base, `${base}.lock`, patienceMs)
  } catch (error) {
    throw error instanceof Busy ? error : new NoLock(error)
  }
}

async function acquire(base: string, file: string, patienceMs: number): Promise<Holder> {
  // Others of this process may see the token as soon as the file is there, and must not think it dead.
  const holder = newHolder(randomBytes(8).toString('hex'))
  const end = performance.now() + patienceMs
  try {
    for (;;) {
      const state = await lookAtLock(file)
      if (state.kind === 'dead') await clear(base, file, state.token, patienceMs)
      else if (state.kind === 'free' && (await create(file, holder))) return holder
      else if (performance.now() > end) throw new Busy(file)
      // Not in step with the others, so that nobody is left out for long.
      else await wait(2 + Math.random() * 20)
    }
  } catch (error) {
    forget(holder)
    throw error
  }
}

async function release(file: string, holder: Holder): Promise<void> {
  try {
    await fsp.unlink(file)
  } finally {
    forget(holder)
  }
}

const NO_LINKS: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']

/** @returns false: it is there already. */
async function create(file: string, holder: Holder): Promise<boolean> {
  const temp = path.join(path.dirname(file), tempName(process.pid, randomBytes(6).toString('hex')))
  const content = JSON.stringify(holder)
  const exclusive = { flag: 'wx', mode: 0o600 }
  await fsp.writeFile(temp, content, exclusive)
  try {
    await fsp.link(temp, file).catch((error: unknown) => {
      if (!NO_LINKS.includes(codeOf(error))) throw error
      // exFAT has no links: there the lock is empty for a moment, and counts as held meanwhile.
      return fsp.writeFile(file, content, exclusive)
    })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    await fsp.unlink(temp)
  }
}

/**
 * Removes the lock of a dead process. Only who holds the marker named after the dead holder's token may remove
 * its lock, the token never comes back, and the marker is itself such a lock: so between the second look and the
 * removal nobody else can have put a living holder's lock in its place.
 */
async function clear(base: string, file: string, deadToken: string, patienceMs: number): Promise<void> {
  const marker = `${base}.${deadToken}`
  const holder = await acquire(base, marker, patienceMs)
  try {
    const state = await lookAtLock(file)
    if (state.kind === 'dead' && state.token === deadToken) await fsp.unlink(file)
  } finally {
    await release(marker, holder)
  }
}
