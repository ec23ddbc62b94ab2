import type { Transport } from '../../shared/desk/transport.ts'
import { join, WITH_BYTES } from '../../shared/desk/wire.ts'
import type { Failure } from '../../shared/failure.ts'
import { err, type Result } from '../../shared/result.ts'
import { readLines } from './lines.ts'
import { createListeners } from './listeners.ts'

/** How the line to the desk is. `ended`: the server knows this window no longer; only a reload can help. */
export type Line = 'up' | 'down' | 'ended'

/** Calls as POST, events as lines of JSON over one long answer: unlike a WebSocket, `fetch` carries the token. */
export interface HttpTransport extends Transport {
  /** Opens the event stream; resolves when it stands, or when the first attempt failed. */
  listen(): Promise<void>
  /** Tells each change of the line, the present state first. Returns how to stop. */
  onLine(listener: (line: Line) => void): () => void
  /** The page is being left, for good: calls from now on outlive it, and its stream ends. */
  leave(): void
}

/** A line of the event stream. The payload is what the contract says for the event; the first line has none. */
interface Message {
  /** Of this event, or of the last one before the stream began. */
  readonly number: number
  readonly event?: string
  readonly payload: never
}

export interface HttpDeps {
  readonly token: string
  readonly fetch: typeof fetch
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>
}

// Bytes that a browser lets all calls of a page that is being left carry together: 64 KiB (Fetch standard,
// "inflight keepalive bytes"). A little less, because two calls may be under way.
const KEEPALIVE_LIMIT = 60_000
// Milliseconds between attempts to get the event stream back.
const PAUSES = [250, 500, 1000, 2000, 5000]

/** The desk's answer, as it was given. */
function answerOf(body: ArrayBuffer): Result<unknown, Failure> {
  return join(new Uint8Array(body)) as Result<unknown, Failure>
}

export function createHttpTransport({ token, fetch, wait }: HttpDeps): HttpTransport {
  const listeners = createListeners()
  const lineListeners = new Set<(line: Line) => void>()
  let line: Line = 'down'
  let leaving = false
  /** Number of the last event that came in; null: none yet, so none is missed. */
  let last: number | null = null
  const abort = new AbortController()

  function setLine(next: Line): void {
    if (next === line || line === 'ended') return
    line = next
    for (const listener of [...lineListeners]) listener(line)
  }

  function post(path: string, body: string, extra: RequestInit = {}): Promise<Response> {
    return fetch(`/api/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body,
      ...extra,
    })
  }

  async function call(method: string, input: unknown): Promise<Result<unknown, Failure>> {
    const body = JSON.stringify(input)
    const keepalive = leaving && new TextEncoder().encode(body).length < KEEPALIVE_LIMIT
    try {
      const response = await post(encodeURIComponent(method), body, { keepalive })
      if (response.status === 401) setLine('ended')
      const type = response.headers.get('content-type')
      if (type === 'application/json') return await response.json()
      if (type === WITH_BYTES) return answerOf(await response.arrayBuffer())
      if (response.status === 413) return err({ kind: 'bad-request', detail: 'too much in one call' })
      return err({ kind: 'unreachable' })
    } catch {
      return err({ kind: 'unreachable' })
    }
  }

  /** One stream from beginning to end; `stood`: its first line is here, so from now on no event is missed. */
  async function stream(stood: () => void): Promise<void> {
    const response = await post('events', JSON.stringify({ after: last }), { signal: abort.signal })
    if (response.status === 401) return setLine('ended')
    if (!response.ok || response.body === null) return
    await readLines(response.body, (text) => {
      const { number, event, payload }: Message = JSON.parse(text)
      last = number
      setLine('up')
      stood()
      if (event !== undefined) listeners.tell(event, payload)
    })
  }

  async function keepStreaming(firstDone: () => void): Promise<void> {
    for (let attempt = 0; !leaving && line !== 'ended'; attempt += 1) {
      if (attempt > 0) await wait(PAUSES[Math.min(attempt, PAUSES.length) - 1] ?? 0)
      await stream(() => {
        attempt = 0
        firstDone()
      }).catch(() => {})
      if (!leaving) setLine('down')
      firstDone()
    }
  }

  const listen = (): Promise<void> => new Promise((resolve) => void keepStreaming(resolve))

  return {
    call,
    on: listeners.on,
    listen,
    onLine(listener) {
      lineListeners.add(listener)
      listener(line)
      return () => lineListeners.delete(listener)
    },
    leave() {
      leaving = true
      abort.abort()
    },
  }
}
