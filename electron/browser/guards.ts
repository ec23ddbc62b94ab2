import type { IncomingHttpHeaders } from 'node:http'
import { methods } from '../../shared/desk/methods.ts'

/** Why a request goes no further. `reason` is for the log; the answer carries the status alone. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 421 | 503
  readonly reason: string
}

/** What the guards look at; no body. */
export interface Asked {
  /** As in the request line, e.g. `GET`. */
  readonly method: string
  /** Path and query as in the request line. */
  readonly url: string
  readonly headers: IncomingHttpHeaders
}

/**
 * Keeps out every page that is not ours, for files and calls alike. Any program may connect to 127.0.0.1 and any
 * page can make a browser do so; a browser then tells the truth in Host, Origin and Sec-Fetch-Site.
 * @param origin ours, `http://127.0.0.1:<port>`
 */
export function refuseStranger(asked: Asked, origin: string): Refusal | null {
  const { host, origin: from, 'sec-fetch-site': site } = asked.headers
  // A name that a stranger's DNS points here still shows in Host. Exact, so `localhost` is no second origin.
  if (`http://${host ?? ''}` !== origin) return { status: 421, reason: `Host ${shown(host)}` }
  if (!asked.url.startsWith('/')) return { status: 400, reason: 'no path' }
  if (from !== undefined && from !== origin) return { status: 403, reason: `Origin ${shown(from)}` }
  // `same-site` is a page on another port of 127.0.0.1; `none` is an address that a person typed or clicked.
  const ours = site === undefined || site === 'same-origin' || (site === 'none' && asked.method === 'GET')
  return ours ? null : { status: 403, reason: `Sec-Fetch-Site ${shown(site)}` }
}

/**
 * Lets only our script call: a foreign page cannot send this content type without a preflight, and a preflight
 * is never answered. Origin is not optional here.
 */
export function refuseCall(asked: Asked, origin: string): Refusal | null {
  if (asked.method === 'OPTIONS') return { status: 403, reason: 'preflight' }
  if (asked.method !== 'POST') return { status: 405, reason: 'not POST' }
  if (asked.headers.origin !== origin) return { status: 403, reason: 'no Origin' }
  const type = asked.headers['content-type']
  if (type !== undefined && /^application\/json(?:; ?charset=utf-8)?$/i.test(type)) return null
  return { status: 403, reason: `Content-Type ${shown(type)}` }
}

/** Files are read, nothing else. */
export function refuseFileRequest(asked: Asked): Refusal | null {
  if (asked.method === 'GET' || asked.method === 'HEAD') return null
  return asked.method === 'OPTIONS'
    ? { status: 403, reason: 'preflight' }
    : { status: 405, reason: 'not GET or HEAD' }
}

/** The token of an `Authorization: Bearer …` header (RFC 6750 §2.1); null: there is none. */
export function bearerToken(headers: IncomingHttpHeaders): string | null {
  return /^Bearer ([\w-]{1,200})$/.exec(headers.authorization ?? '')?.[1] ?? null
}

/** Methods that a page may call, by name; what only a preload may call does not exist here. */
export function isPageMethod(name: string): boolean {
  return Object.entries(methods).some(([method, caller]) => method === name && caller === 'page')
}

/** A stranger's words for the log: cut, and quoted so that they cannot forge a line. */
export function shown(words: string | string[] | undefined): string {
  return words === undefined ? 'missing' : JSON.stringify(words).slice(0, 120)
}
