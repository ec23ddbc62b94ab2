import fsp from 'node:fs/promises'
import nodePath from 'node:path'
import { syncFolder } from './sync-folder.ts'

export type Env = Readonly<Record<string, string | undefined>>

/** Where Galley keeps what is its own: settings, recent stories, names, what could not yet be written elsewhere. */
export function dataFolder(env: Env, platform: NodeJS.Platform, home: string): string {
  const path = flavour(platform)
  const own = overridden(env, path)
  if (own !== null) return own
  if (platform === 'win32') return path.join(env.APPDATA || path.join(home, 'AppData', 'Roaming'), 'Galley')
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Galley')
  return path.join(absolute(env.XDG_CONFIG_HOME, path) ?? path.join(home, '.config'), 'Galley')
}

/**
 * Where things lie that belong to this computer and must not roam with the person's profile (the device id).
 * On a Mac nothing roams by itself; a folder that the system may purge, such as Caches, would not do.
 */
export function localFolder(env: Env, platform: NodeJS.Platform, home: string): string {
  const path = flavour(platform)
  const own = overridden(env, path)
  if (own !== null) return path.join(own, 'local')
  if (platform === 'win32')
    return path.join(env.LOCALAPPDATA || path.join(home, 'AppData', 'Local'), 'Galley')
  if (platform === 'darwin') return path.join(dataFolder(env, platform, home), 'local')
  return path.join(absolute(env.XDG_STATE_HOME, path) ?? path.join(home, '.local', 'state'), 'Galley')
}

/**
 * Makes a folder that only this person may enter, with those above it, so that a power cut does not take them
 * back; leaves an existing one as it is. @throws the system's error.
 */
export async function makePrivate(folder: string): Promise<void> {
  const first = await fsp.mkdir(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = folder; ; made = nodePath.dirname(made)) {
    await syncFolder(nodePath.dirname(made))
    if (made === first || made === nodePath.dirname(made)) return
  }
}

function flavour(platform: NodeJS.Platform): nodePath.PlatformPath {
  return platform === 'win32' ? nodePath.win32 : nodePath.posix
}

function overridden(env: Env, path: nodePath.PlatformPath): string | null {
  const own = env.GALLEY_DATA
  return own === undefined || own === '' ? null : path.resolve(own)
}

/** "All paths set in these environment variables must be absolute", else ignored: XDG Base Directory 0.8. */
function absolute(value: string | undefined, path: nodePath.PlatformPath): string | null {
  return value !== undefined && path.isAbsolute(value) ? value : null
}
