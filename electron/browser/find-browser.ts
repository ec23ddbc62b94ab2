import nodePath from 'node:path'

/** What finding a browser needs to know of the computer. */
export interface Computer {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  /** User id 0, for which Chromium on Linux has no sandbox; false on Windows. */
  readonly isRoot: boolean
  readonly isExecutable: (path: string) => boolean
}

/** Chromium on Linux starts for the user root only without its sandbox, which Galley does not do. */
export function isWithoutSandbox({ platform, isRoot }: Pick<Computer, 'platform' | 'isRoot'>): boolean {
  return platform === 'linux' && isRoot
}

// In this order; every one of them opens an address as a window of its own with --app.
const LINUX = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
  'brave',
]
const MAC = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Brave Browser.app/Contents/MacOS/Brave Browser',
]
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
]

/** An installed browser that can show a page as an app window; an absolute path, null: none was found. */
export function findBrowser(computer: Computer): string | null {
  return candidates(computer).find(computer.isExecutable) ?? null
}

/** `GALLEY_BROWSER` first, when it is an absolute path. */
function candidates({ platform, env, home }: Computer): string[] {
  const path = platform === 'win32' ? nodePath.win32 : nodePath.posix
  const named = env.GALLEY_BROWSER
  const chosen = named !== undefined && path.isAbsolute(named) ? [named] : []
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    return [...chosen, ...under(path, roots, WINDOWS)]
  }
  if (platform === 'darwin') {
    return [...chosen, ...under(path, ['/Applications', path.join(home, 'Applications')], MAC)]
  }
  return [...chosen, ...under(path, (env.PATH ?? '').split(':'), LINUX)]
}

/** Each program in each folder, the program deciding the order. A relative folder could be anybody's. */
function under(
  path: nodePath.PlatformPath,
  folders: readonly (string | undefined)[],
  programs: readonly string[],
): string[] {
  const known = folders.filter((folder): folder is string => folder !== undefined && path.isAbsolute(folder))
  return programs.flatMap((program) => known.map((folder) => path.join(folder, program)))
}

/**
 * Where the browser keeps the profile that is only for Galley: no extensions, no history shared. A Chromium
 * from a snap may not write into hidden folders, so it gets the one that snaps may.
 * @param realPath `browser` with its links followed; for a snap that is the program `snap` itself
 */
export function profileFolder(browser: string, realPath: string, dataFolder: string, home: string): string {
  return isFromSnap(browser, realPath)
    ? nodePath.join(home, 'snap', 'chromium', 'common', 'galley')
    : nodePath.join(dataFolder, 'browser')
}

/** @param realPath as for {@link profileFolder} */
export function isFromSnap(browser: string, realPath: string): boolean {
  return [browser, realPath].some((path) => path.includes('/snap/') || path.endsWith('/bin/snap'))
}
