import type { Protocol } from 'electron'
import { type BundleFiles, serveBundle } from '../desk/bundle.ts'

const SCHEME = 'app'
const HOST = 'bundle'

/** Where the window's page comes from, and so which frames and requests are ours. */
export interface Page {
  readonly url: string
  /** Scheme and host of the page; the only sender that IPC answers. */
  readonly origin: string
}

/** The built page, served from the package. */
export const builtPage: Page = { url: `${SCHEME}://${HOST}/`, origin: `${SCHEME}://${HOST}` }

/** The page of a development server, e.g. `http://127.0.0.1:5173`; only ever used unpackaged. */
export function developmentPage(address: string): Page {
  return { url: address, origin: new URL(address).origin }
}

/** Before `ready`, and once only: a second call would replace the first. */
export function declareScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Answers `app://bundle/…` from the list of built files, and nothing under any other host name. */
export function serveScheme(protocol: Pick<Protocol, 'handle'>, files: BundleFiles): void {
  const serve = serveBundle(files)
  protocol.handle(SCHEME, (request) =>
    originOf(request.url) === builtPage.origin ? serve(request) : new Response(null, { status: 404 }),
  )
}

/**
 * Scheme and host of a URL; undefined if it is none. Not `URL.origin`: that is the word "null" for every scheme
 * that Node doesn't know.
 */
export function originOf(url: string): string | undefined {
  try {
    const { protocol, host } = new URL(url)
    return `${protocol}//${host}`
  } catch {
    return undefined
  }
}
