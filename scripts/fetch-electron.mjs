// Runs Electron's own installer, which is silent for its first 30 seconds, and watches what really arrives.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { reasonIn } from './reason.mjs'

/** Milliseconds without a new byte after which a download counts as dead. */
export const STALL_LIMIT = 15_000

/**
 * @typedef {object} Fetching
 * @property {string} installer the script to run with this Node
 * @property {string[]} [folders] where it unpacks to: growth there is life, like growth of its temporary folder
 * @property {(bytes: number) => void} [progress] bytes that arrived so far, told when the number grew
 * @property {import('./run-electron.mjs').Signals} [signals] where Ctrl-C is heard: it stops the download, not us
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [limit] milliseconds
 * @property {number} [interval] milliseconds between two looks
 * @property {() => number} [clock] milliseconds
 */

/**
 * @param {Fetching} fetching
 * @returns {Promise<{ fetched: true } | { fetched: false, reason: string }>}
 */
export function fetchElectron({
  installer,
  folders = [],
  progress = () => {},
  signals = process,
  env = process.env,
  limit = STALL_LIMIT,
  interval = Math.min(500, limit / 4),
  clock = () => performance.now(),
}) {
  // A temporary folder of its own, so that only this download's bytes are counted.
  const temporary = mkdtempSync(path.join(tmpdir(), 'galley-electron-'))
  const child = spawn(process.execPath, [installer], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...env,
      TMPDIR: temporary,
      TMP: temporary,
      TEMP: temporary,
      // Its bar would come after 30 s and write across our count.
      ELECTRON_GET_NO_PROGRESS: '1',
    },
  })
  let printed = 0
  let errors = ''
  child.stdout.on('data', (chunk) => {
    printed += chunk.length
  })
  child.stderr.on('data', (chunk) => {
    printed += chunk.length
    errors += chunk
  })

  return new Promise((resolve) => {
    let most = 0
    let alive = clock()
    let life = 0
    const watch = setInterval(() => {
      const bytes = [temporary, ...folders].reduce((sum, folder) => sum + sizeOf(folder), 0)
      if (bytes > most) progress(bytes)
      most = Math.max(most, bytes)
      // Bytes that moved from one folder to the other are no new ones, but what grew by a move is alive too.
      if (bytes + printed !== life) alive = clock()
      life = bytes + printed
      if (clock() - alive >= limit) stop(`no data for ${limit / 1000} s`)
    }, interval)

    let reason
    const stop = (why) => {
      reason ??= why
      child.kill('SIGKILL')
    }
    const interrupted = () => stop('stopped by Ctrl-C')
    signals.on('SIGINT', interrupted)
    child.once('error', (error) => finish(error.message))
    child.once('close', (code) => finish(code === 0 ? undefined : reasonIn(errors, `exit code ${code}`)))

    let finished = false
    const finish = (failure) => {
      if (finished) return
      finished = true
      clearInterval(watch)
      signals.removeListener('SIGINT', interrupted)
      rmSync(temporary, { recursive: true, force: true })
      const why = reason ?? failure
      resolve(why === undefined ? { fetched: true } : { fetched: false, reason: why })
    }
  })
}

/** Bytes of all files under a folder; what vanishes meanwhile counts nothing. */
function sizeOf(folder) {
  let sum = 0
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const full = path.join(folder, entry.name)
      if (entry.isDirectory()) sum += sizeOf(full)
      else if (entry.isFile()) sum += statSync(full, { throwIfNoEntry: false })?.size ?? 0
    }
  } catch {
    // Gone or not there yet.
  }
  return sum
}
