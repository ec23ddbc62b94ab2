import { type Computer, findBrowser, isWithoutSandbox } from './find-browser.ts'

/** How the window came up, or why none did; `why` is a sentence. */
export type Opened =
  /** As a window of its own. */
  | { readonly kind: 'app' }
  /** Handed to the browser that the system opens addresses with. */
  | { readonly kind: 'system' }
  | { readonly kind: 'none'; readonly why: string }

/** What opening needs besides finding. */
export interface Opener extends Computer {
  /** Folder of the profile for this browser; made if it is missing. */
  readonly profile: (browser: string) => Promise<string>
  /**
   * Starts a program with these arguments, never through a shell. Resolves true when it is still running after
   * a few seconds or ended with 0; false when it could not be started or ended otherwise.
   */
  readonly start: (program: string, args: readonly string[]) => Promise<boolean>
}

/** Opens an address: as an app window, else in the system's browser, else says why not. Never rejects. */
export async function openWindow(address: string, opener: Opener): Promise<Opened> {
  if (isWithoutSandbox(opener)) {
    return {
      kind: 'none',
      why: 'Browsers have no sandbox for the user root, so none was started: start Galley as another user, or open the address above yourself.',
    }
  }
  const { DISPLAY, WAYLAND_DISPLAY } = opener.env
  if (opener.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) {
    return {
      kind: 'none',
      why: 'There is no display here: open the address above in a browser of this computer.',
    }
  }
  const browser = findBrowser(opener)
  if (browser !== null) {
    const profile = await opener.profile(browser).catch(() => null)
    if (profile !== null && (await opener.start(browser, appArguments(address, profile))))
      return { kind: 'app' }
  }
  const [program, ...args] = systemOpener(opener.platform, address)
  if (await opener.start(program, args)) return { kind: 'system' }
  return { kind: 'none', why: 'No browser could be started: open the address above yourself.' }
}

/** A window without tabs, a profile of its own, and nothing sent anywhere in the background. */
function appArguments(address: string, profile: string): string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-sync',
  ]
}

/** `start` on Windows is a word of its shell; this is the program that it would ask. */
function systemOpener(platform: NodeJS.Platform, address: string): [string, ...string[]] {
  if (platform === 'win32') return ['rundll32.exe', 'url.dll,FileProtocolHandler', address]
  return [platform === 'darwin' ? 'open' : 'xdg-open', address]
}
