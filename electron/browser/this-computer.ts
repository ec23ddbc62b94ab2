import { spawn } from 'node:child_process'
import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { makePrivate } from '../storage/data-folder.ts'
import { type Computer, profileFolder } from './find-browser.ts'
import type { Opener } from './open-window.ts'

// Milliseconds: a browser that cannot run here says so at once; one that is alive after this will show its window.
const SETTLED = 3000

/** The real computer, for finding a browser. */
export function browsersHere(platform: Computer['platform'], env: Computer['env'], home: string): Computer {
  return { platform, env, home, isRoot: process.getuid?.() === 0, isExecutable }
}

/** The real computer, for `openWindow`. */
export function thisComputer(
  platform: Opener['platform'],
  env: Opener['env'],
  home: string,
  dataFolder: string,
): Opener {
  return {
    ...browsersHere(platform, env, home),
    start,
    async profile(browser) {
      const folder = profileFolder(browser, realpathSync(browser), dataFolder, home)
      await makePrivate(folder)
      return folder
    },
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** The program outlives us, with its own group, so that Ctrl-C here is not Ctrl-C there. */
function start(program: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore', shell: false })
    const settled = setTimeout(() => finish(true), SETTLED)
    const finish = (started: boolean): void => {
      clearTimeout(settled)
      resolve(started)
    }
    child.once('error', () => finish(false))
    child.once('exit', (code) => finish(code === 0))
    child.unref()
  })
}
