import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import fsp from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { isAlive } from '../storage/process-alive.ts'
import { type Cdp, cdpOver } from './cdp.ts'
import { isFromSnap } from './find-browser.ts'

/** A browser without a window, for printing; it ends with this process, however that ends. */
export interface HiddenBrowser {
  readonly cdp: Cdp
  hasEnded(): boolean
  /** Ends it and removes its profile. */
  close(): Promise<void>
}

export interface HiddenBrowserOptions {
  /** Absolute path of an installed browser. */
  readonly browser: string
  readonly home: string
  /** For tests alone: Chromium on Linux has no sandbox for the user root and does not start with one. */
  readonly withoutSandbox: boolean
}

// Milliseconds that it has to end by itself.
const CLOSING = 3000
const PROFILE = /^galley-print-(\d+)-/

/** Starts a browser with a fresh profile and nothing else open. Whether it runs, the first answer tells. */
export async function startHiddenBrowser(options: HiddenBrowserOptions): Promise<HiddenBrowser> {
  const profile = await makeProfile(options)
  const child = spawn(options.browser, argumentsFor(profile, options), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C is for us, who end after the current file. The pipe's end ends it anyway.
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) =>
      resolve(signal === null ? `exit code ${code}` : `ended by ${signal}`),
    )
  })
  // As `stdio` says, these two are pipes.
  const cdp = cdpOver(child.stdio[3] as Writable, child.stdio[4] as Readable, ended)
  return {
    cdp,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined,
    async close() {
      cdp.send('Browser.close').catch(() => {})
      const late = setTimeout(() => child.kill('SIGKILL'), CLOSING)
      await ended
      clearTimeout(late)
      // Its helpers may hold a file for a moment longer.
      await fsp.rm(profile, { recursive: true, force: true, maxRetries: 10 }).catch(() => {})
    },
  }
}

function argumentsFor(profile: string, { withoutSandbox }: HiddenBrowserOptions): string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-sync',
    // Containers give little shared memory.
    '--disable-dev-shm-usage',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    ...(withoutSandbox ? ['--no-sandbox'] : []),
  ]
}

/** In the system's folder for such things, but a Chromium from a snap sees only its own. */
async function makeProfile({ browser, home }: HiddenBrowserOptions): Promise<string> {
  const snap = isFromSnap(browser, realpathSync(browser))
  const folder = snap ? path.join(home, 'snap', 'chromium', 'common') : tmpdir()
  await sweepProfiles(folder)
  return fsp.mkdtemp(path.join(folder, `galley-print-${process.pid}-`))
}

/** Removes the profiles of processes that were killed. */
async function sweepProfiles(folder: string): Promise<void> {
  const names = await fsp.readdir(folder).catch((): string[] => [])
  for (const name of names) {
    const pid = PROFILE.exec(name)?.[1]
    if (pid === undefined || isAlive(Number(pid))) continue
    await fsp.rm(path.join(folder, name), { recursive: true, force: true }).catch(() => {})
  }
}
