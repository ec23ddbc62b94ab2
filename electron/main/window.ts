import type { BrowserWindowConstructorOptions } from 'electron'

// The desk's colour around the page, so that nothing flashes before the first paint.
const LIGHT = '#efece4'
const DARK = '#131211'

export interface WindowLook {
  /** Absolute path of the built preload. */
  readonly preload: string
  readonly dark: boolean
  /** Developer tools are in reach. */
  readonly developing: boolean
}

/** A window that can do nothing but show our page. Every switch stands here even where it is Electron's default. */
export function windowOptions(look: WindowLook): BrowserWindowConstructorOptions {
  return {
    // With a name Electron keeps size, place and "maximised" itself; the numbers are those of the first start.
    name: 'main',
    windowStatePersistence: true,
    title: 'Galley',
    width: 1440,
    height: 900,
    minWidth: 640,
    minHeight: 480,
    show: false,
    backgroundColor: look.dark ? DARK : LIGHT,
    webPreferences: {
      preload: look.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: look.developing,
      safeDialogs: true,
    },
  }
}

/** A Mac shows the file's name alone, beside its icon; elsewhere the program is named too. */
export function windowTitle(story: string | null, platform: NodeJS.Platform): string {
  if (story === null) return 'Galley'
  return platform === 'darwin' ? story : `${story} — Galley`
}
