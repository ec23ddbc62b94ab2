import type { IncomingMessage, ServerResponse } from 'node:http'
import { split, WITH_BYTES } from '../../shared/desk/wire.ts'
import { SECURITY_HEADERS } from '../desk/bundle.ts'

/** A body, or why there is none. */
export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-json' }
  /** The other side went away in the middle. */
  | { readonly kind: 'broken-off' }

/** Reads a JSON body. @param limit bytes; nothing beyond it is kept. */
export async function readJson(request: IncomingMessage, limit: number): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return { kind: 'too-large' }
  const chunks: Buffer[] = []
  let size = 0
  try {
    // Not destroyed on the way out: the connection must still carry the refusal.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += chunk.length
      if (size > limit) {
        request.resume()
        return { kind: 'too-large' }
      }
      chunks.push(chunk)
    }
  } catch {
    return { kind: 'broken-off' }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
    return { kind: 'json', value: JSON.parse(text) }
  } catch {
    return { kind: 'not-json' }
  }
}

/** Sends the head that every answer of ours has: the security headers, and never stored. */
export function begin(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
): void {
  const all = [...Object.entries(SECURITY_HEADERS), ['Cache-Control', 'no-store'], ...Object.entries(headers)]
  // One by one: names that differ in case only are then one header, not two.
  for (const [name = '', value = ''] of all) response.setHeader(name, value)
  response.writeHead(status)
}

/** Answers with data; see `shared/desk/wire.ts` for bytes among it. */
export function sendData(response: ServerResponse, status: number, value: unknown): void {
  const { json, bytes } = split(value)
  begin(response, status, { 'Content-Type': bytes === null ? 'application/json' : WITH_BYTES })
  response.write(json)
  if (bytes !== null) {
    response.write('\n')
    response.write(bytes)
  }
  response.end()
}

/** Answers with a status and no word more. A body that nobody read runs off unread, so that the answer arrives. */
export function sendNothing(response: ServerResponse, status: number): void {
  begin(response, status, { 'Content-Length': '0' })
  response.end()
}

/** Hands on an answer that was made for `fetch`, as the page's files are. */
export async function sendResponse(response: ServerResponse, from: Response): Promise<void> {
  begin(response, from.status, Object.fromEntries(from.headers))
  response.end(Buffer.from(await from.arrayBuffer()))
}
