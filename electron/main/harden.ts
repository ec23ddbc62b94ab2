import type { App, Session, WebContents } from 'electron'
import { leadsOutside } from './outside.ts'
import { originOf } from './page.ts'

// Copying text and the full screen; everything else that a page may ask for is refused.
const PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen'])

/**
 * Before `ready`: sandbox for every renderer, and no network. Chromium resolves no host name at all; the requests
 * that it makes for itself (updates of components, dictionaries) end there. Source: Electron's security checklist.
 * @param openOutside hands an address to the system's browser or mail program
 */
export function hardenApp(
  app: Pick<App, 'enableSandbox' | 'commandLine' | 'on'>,
  origin: string,
  openOutside: (url: string) => void,
): void {
  app.enableSandbox()
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND , EXCLUDE 127.0.0.1')
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, origin, openOutside))
}

/** A window stays on our page and opens no other; links in stories lead nowhere, those of cards to the system. */
function hardenContents(contents: WebContents, origin: string, openOutside: (url: string) => void): void {
  const stay = (event: { url: string; preventDefault(): void }): void => {
    if (originOf(event.url) !== origin) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler((wish) => {
    if (leadsOutside(wish)) openOutside(wish.url)
    return { action: 'deny' }
  })
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** Refuses what a page may ask of the system, cancels every foreign request, and keeps the spell checker off. */
export function hardenSession(session: Session, allowed: (url: string) => boolean): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(PERMISSIONS.has(permission)))
  session.setPermissionCheckHandler((_contents, permission) => PERMISSIONS.has(permission))
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !allowed(details.url) }))
  session.on('will-download', (event) => event.preventDefault())
  // Chromium fetches dictionaries from the network, and has done so with the checker switched off in the page.
  session.setSpellCheckerEnabled(false)
}

/** Which URLs a window may load: our own, what it made itself, and while developing the tools and the reload socket. */
export function requestFilter(origin: string, developing: boolean): (url: string) => boolean {
  const socket = origin.replace(/^http/, 'ws')
  return (url) => {
    const from = originOf(url)
    if (from === origin || url.startsWith('data:') || url.startsWith(`blob:${origin}/`)) return true
    return developing && (from === socket || url.startsWith('devtools:'))
  }
}
