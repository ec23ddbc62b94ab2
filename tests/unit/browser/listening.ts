import { type IncomingHttpHeaders, request } from 'node:http'
import { type Loopback, type LoopbackOptions, startLoopback } from '../../../electron/browser/loopback.ts'
import { serveBundle } from '../../../electron/desk/bundle.ts'
import type { Client, Desk, Emit } from '../../../electron/desk/host.ts'
import { ok } from '../../../shared/result.ts'

/** A desk that only writes down what reaches it. */
export class NotedDesk implements Pick<Desk, 'connect'> {
  /** Each call that got through, as `method input`. */
  readonly calls: string[] = []
  readonly emits: Emit[] = []
  readonly closed: number[] = []
  flushes = 0
  /** Awaited by each call before it is answered. */
  hold: Promise<void> = Promise.resolve()
  /** What `flush` answers. */
  written = true

  connect(emit: Emit): Client {
    const number = this.emits.push(emit)
    return {
      answer: async (method, input) => {
        this.calls.push(`${method} ${JSON.stringify(input)}`)
        await this.hold
        return ok(`window ${number}`)
      },
      flush: async () => {
        this.flushes += 1
        return this.written
      },
      isDirty: () => false,
      close: async () => {
        this.closed.push(number)
      },
    }
  }
}

export interface Listening extends Loopback {
  readonly desk: NotedDesk
  /** Lines of the log so far. */
  readonly log: string[]
  /** `opened`, `used twice`, `empty`, in the order in which they happened. */
  readonly noticed: string[]
  readonly port: number
  /** Redeems a fresh address; the token. */
  token(): Promise<string>
}

/** A loopback host before a {@link NotedDesk}, serving this file as its page. */
export async function listening(limits: LoopbackOptions['limits'] = {}): Promise<Listening> {
  const desk = new NotedDesk()
  const log: string[] = []
  const noticed: string[] = []
  const loopback = await startLoopback({
    port: 0,
    serveFiles: serveBundle(new Map([['/index.html', import.meta.filename]])),
    connect: (emit) => desk.connect(emit),
    log: (line) => log.push(line),
    opened: () => noticed.push('opened'),
    usedTwice: () => noticed.push('used twice'),
    empty: () => noticed.push('empty'),
    limits,
  })
  const port = Number(new URL(loopback.origin).port)
  return {
    ...loopback,
    desk,
    log,
    noticed,
    port,
    async token() {
      const { body } = await redeem(loopback.origin, codeOf(loopback.newAddress()))
      return JSON.parse(body).value.token
    },
  }
}

export const codeOf = (address: string): string => new URL(address).hash.slice('#code='.length)

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Sends exactly these headers, which `fetch` would not; `Host` is right unless it is given. */
export function send(
  origin: string,
  asked: {
    readonly method?: string
    readonly path?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string | Buffer
  },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    const { method = 'GET', path = '/', headers = {} } = asked
    const sent = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
    sent.on('error', reject)
    sent.end(asked.body)
  })
}

/** A call as our own page sends it. */
export function call(
  origin: string,
  method: string,
  token: string | null,
  body: string | Buffer = '{}',
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return send(origin, {
    method: 'POST',
    path: `/api/${method}`,
    headers: {
      Origin: origin,
      'Content-Type': 'application/json',
      'Sec-Fetch-Site': 'same-origin',
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    body,
  })
}

export const redeem = (origin: string, code: string): Promise<Answer> =>
  call(origin, 'session', null, JSON.stringify({ code }))
