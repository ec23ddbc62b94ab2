import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * What the page may do, for Electron and the browser host alike. No `unsafe-inline`: React and ProseMirror set
 * styles through the CSSOM. The one Trusted Types policy is ProseMirror's own, for pasted HTML.
 * Source: W3C Content Security Policy 3, Trusted Types.
 */
export const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types ProseMirrorClipboard',
].join('; ')

/** Goes with every response that carries a page or a part of one. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CSP,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** Files of the built page: URL path (with a leading `/`, not encoded) → absolute path on disk. */
export type BundleFiles = ReadonlyMap<string, string>

/**
 * Reads once which files the built page has. What isn't in the list doesn't exist, so no path that the page
 * sends is ever joined to a folder. A missing folder gives an empty list.
 */
export function listBundle(root: string): BundleFiles {
  const files = new Map<string, string>()
  const walk = (folder: string, url: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name)
      if (entry.isDirectory()) walk(file, `${url}${entry.name}/`)
      else if (entry.isFile()) files.set(`${url}${entry.name}`, file)
    }
  }
  try {
    walk(root, '/')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  return files
}

/**
 * Answers GET and HEAD for the listed files, `/` being `/index.html`. It looks at the path only: whose host name
 * stands before it is for the caller to check. Never rejects.
 */
export function serveBundle(files: BundleFiles): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
    const wanted = decodedPath(request.url)
    const file = wanted === undefined ? undefined : files.get(wanted === '/' ? '/index.html' : wanted)
    if (file === undefined) return refusal(404)
    // Through fs, not fetch('file:'): it reads inside app.asar and works the same under plain Node.
    const body = await readFile(file).catch(() => undefined)
    if (body === undefined) return refusal(404)
    const type = MEDIA_TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream'
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), {
      headers: { ...SECURITY_HEADERS, 'Content-Type': type },
    })
  }
}

function refusal(status: 404 | 405): Response {
  return new Response(null, { status, headers: SECURITY_HEADERS })
}

function decodedPath(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url).pathname)
  } catch {
    return undefined
  }
}
