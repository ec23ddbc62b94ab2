// Where Electron's program is, without ever importing `electron`: outside Electron that starts a download.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const NAMES = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }

/** Folder of the `electron` package; undefined: not installed. */
export function electronPackage(from = import.meta.url) {
  try {
    return path.dirname(createRequire(from).resolve('electron/package.json'))
  } catch {
    return undefined
  }
}

/**
 * Absolute path of Electron's program; undefined: it was not fetched. `path.txt` is the last thing that Electron's
 * installer writes, so without it a program lying there is half an installation. ELECTRON_OVERRIDE_DIST_PATH names
 * another folder, as it does for Electron's own command.
 */
export function findElectron({
  folder = electronPackage(),
  env = process.env,
  platform = process.platform,
} = {}) {
  if (folder === undefined) return undefined
  const override = env.ELECTRON_OVERRIDE_DIST_PATH
  const note = path.join(folder, 'path.txt')
  if (!override && !existsSync(note)) return undefined
  const name = existsSync(note) ? readFileSync(note, 'utf8').trim() : (NAMES[platform] ?? 'electron')
  const file = path.join(override || path.join(folder, 'dist'), name)
  return existsSync(file) ? file : undefined
}
