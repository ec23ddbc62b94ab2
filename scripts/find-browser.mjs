// Finds a Chromium for the tests: an installed one, else Playwright's own download, else the system's package.
// As a program it prints what it does on standard error and the path on standard output.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'

const root = path.resolve(import.meta.dirname, '..')

const INSTALLED = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'],
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

/** An installed Chrome or Chromium; null: none. `GALLEY_TEST_BROWSER`, an absolute path, decides outright. */
export function installedBrowser(env = process.env, platform = process.platform) {
  if (env.GALLEY_TEST_BROWSER) return isExecutable(env.GALLEY_TEST_BROWSER) ? env.GALLEY_TEST_BROWSER : null
  const folders =
    platform === 'win32'
      ? [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      : (env.PATH ?? '').split(path.delimiter)
  const names = INSTALLED[platform] ?? INSTALLED.linux
  const candidates = names.flatMap((name) =>
    path.isAbsolute(name) ? [name] : folders.filter(Boolean).map((folder) => path.join(folder, name)),
  )
  return candidates.find(isExecutable) ?? null
}

/** Playwright's download for the installed version of Playwright; null: not there. */
function playwrightBrowser() {
  const file = chromium.executablePath()
  return existsSync(file) ? file : null
}

function run(say, program, args) {
  say(`running: ${[program, ...args].join(' ')}`)
  // What it prints goes to standard error: standard output is for the path.
  const result = spawnSync(program, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (result.status !== 0) say(`that failed (${result.error?.message ?? `exit ${result.status}`})`)
  return result.status === 0
}

/**
 * Path of a Chromium, fetching one when there is none; null: none could be had.
 *
 * @param {(line: string) => void} say gets one line per step
 */
export function findBrowser(say = () => {}) {
  const there = installedBrowser() ?? playwrightBrowser()
  if (there !== null) {
    say(`found ${there}`)
    return there
  }
  say('no Chrome or Chromium is installed; fetching the one of Playwright')
  const playwright = path.join(root, 'node_modules/@playwright/test/cli.js')
  if (run(say, process.execPath, [playwright, 'install', 'chromium'])) {
    const fetched = playwrightBrowser()
    if (fetched !== null) return fetched
  }
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/debian_version'))
    return null
  say('installing the package chromium')
  run(say, 'apt-get', ['update', '-q'])
  run(say, 'apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'])
  return installedBrowser()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = findBrowser((line) => console.error(`find-browser: ${line}`))
  if (file === null) {
    console.error('find-browser: none could be had; install Chrome or Chromium, or set GALLEY_TEST_BROWSER')
    process.exitCode = 1
  } else {
    console.log(file)
  }
}
