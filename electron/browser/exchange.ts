import type { IncomingMessage, ServerResponse } from 'node:http'
import { unreachable } from '../../shared/result.ts'
import { type Asked, type Refusal, shown } from './guards.ts'
import { type Body, readJson, sendData, sendNothing } from './http.ts'

/** One request and what may be done about it. */
export interface Exchange {
  readonly asked: Asked
  /** Of the request, without its query; as sent, not decoded. */
  readonly path: string
  readonly response: ServerResponse
  /** Answers with the refusal's status and nothing else, and notes why. */
  refuse(refusal: Refusal): void
  /** A line of the log for an answer that refuses in its own words. */
  note(status: number, reason: string): void
  json(status: number, value: unknown): void
  /** The JSON body; null: it was refused. @param limit bytes */
  body(limit: number): Promise<{ readonly value: unknown } | null>
}

export function exchangeOf(
  request: IncomingMessage,
  response: ServerResponse,
  log: (line: string) => void,
): Exchange {
  const asked: Asked = { method: request.method ?? '', url: request.url ?? '', headers: request.headers }
  // Without the query, also in the log: who puts a secret there by mistake shall not find it again.
  const path = asked.url.split('?', 1)[0] ?? ''
  const note = (status: number, reason: string): void =>
    log(`refused ${status} ${shown(`${asked.method} ${path}`)}: ${reason}`)
  const refuse = ({ status, reason }: Refusal): void => {
    note(status, reason)
    sendNothing(response, status)
  }
  return {
    asked,
    path,
    response,
    refuse,
    note,
    json: (status, value) => sendData(response, status, value),
    async body(limit) {
      const body = await readJson(request, limit)
      if (body.kind === 'json') return body
      refuse(unread(body.kind))
      return null
    },
  }
}

function unread(kind: Exclude<Body['kind'], 'json'>): Refusal {
  switch (kind) {
    case 'too-large':
      return { status: 413, reason: 'body too large' }
    case 'not-json':
      return { status: 400, reason: 'body is not JSON' }
    case 'broken-off':
      return { status: 400, reason: 'body broken off' }
    default:
      return unreachable(kind)
  }
}
