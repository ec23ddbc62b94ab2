import { createServer, type Server } from 'node:http'
import type { SessionReply } from '../../shared/desk/session.ts'
import { err, ok } from '../../shared/result.ts'
import type { Client, Desk } from '../desk/host.ts'
import { type Exchange, exchangeOf } from './exchange.ts'
import { bearerToken, isPageMethod, refuseCall, refuseFileRequest, refuseStranger, shown } from './guards.ts'
import { begin, sendNothing, sendResponse } from './http.ts'
import { newSecret } from './secrets.ts'
import { createSessionCodes } from './session-codes.ts'
import { createSessions, GRACE } from './sessions.ts'

/** The same window over 127.0.0.1, for computers without Electron. Its rules are in `guards.ts`. */
export interface Loopback {
  /** `http://127.0.0.1:<port>`; there is no other name for it. */
  readonly origin: string
  /** An address that opens one window; its code lives ten minutes until first use. */
  newAddress(): string
  /** The windows that are open. */
  clients(): readonly Client[]
  /** Ends every window and stops listening. */
  close(): Promise<void>
}

export interface LoopbackOptions {
  /** 0: any free port. */
  readonly port: number
  /** Answers GET and HEAD for the page's files. */
  readonly serveFiles: (request: Request) => Promise<Response>
  readonly connect: Desk['connect']
  /** One line per refused request, and what no person can act on. Never carries a code or a token. */
  readonly log: (line: string) => void
  /** An address opened a window. */
  readonly opened: () => void
  /** An address was opened a second time; what it had opened ends now. */
  readonly usedTwice: () => void
  /** The last window is gone. */
  readonly empty: () => void
  readonly limits?: Partial<Limits>
}

export interface Limits {
  /** Bytes of a call. 50,000 changes with short notes fit. */
  readonly body: number
  /** Bytes of a call that hands over a file of annotations: its limit and a half, for base64 and what it travels with. */
  readonly importBody: number
  /** Calls being answered at once, event streams apart; a window has one or two. */
  readonly inFlight: number
  /** Milliseconds from the end of an event stream to the end of its session. */
  readonly grace: number
}

const DEFAULTS: Limits = { body: 32 * 1024 * 1024, importBody: 92 * 1024 * 1024, inFlight: 64, grace: GRACE }
// Bytes: a code or a number, and braces.
const SESSION_BODY = 1024

/** Starts to listen. @throws what `listen` throws, e.g. `EADDRINUSE` */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const limits = { ...DEFAULTS, ...options.limits }
  const codes = createSessionCodes({ clock: () => performance.now(), newSecret })
  const sessions = createSessions({
    connect: options.connect,
    newSecret,
    grace: limits.grace,
    left: () => {
      if (sessions.all().length === 0) options.empty()
    },
    log: (error) => options.log(`closing a window: ${String(error)}`),
  })
  let origin = ''
  let inFlight = 0

  async function handle(exchange: Exchange): Promise<void> {
    const { asked, path } = exchange
    const stranger = refuseStranger(asked, origin)
    if (stranger !== null) return exchange.refuse(stranger)
    if (path.startsWith('/api/')) return handleCall(exchange, path.slice('/api/'.length))
    const refusal = refuseFileRequest(asked)
    if (refusal !== null) return exchange.refuse(refusal)
    const file = await options.serveFiles(new Request(`${origin}${path}`, { method: asked.method }))
    if (!file.ok) exchange.note(file.status, 'no such file')
    await sendResponse(exchange.response, file)
  }

  async function handleCall(exchange: Exchange, name: string): Promise<void> {
    const refusal = refuseCall(exchange.asked, origin)
    if (refusal !== null) return exchange.refuse(refusal)
    if (name === 'session') return startSession(exchange)
    const session = sessions.find(bearerToken(exchange.asked.headers) ?? '')
    if (session === null) return exchange.refuse({ status: 401, reason: 'no session has this token' })
    if (name === 'events') {
      const body = await exchange.body(SESSION_BODY)
      if (body === null) return
      begin(exchange.response, 200, { 'Content-Type': 'application/x-ndjson' })
      return sessions.stream(session, exchange.response, lastSeen(body.value))
    }
    if (!isPageMethod(name)) {
      exchange.note(404, 'no method for a page')
      return exchange.json(404, err({ kind: 'unknown-method', method: name.slice(0, 64) }))
    }
    if (inFlight >= limits.inFlight) {
      return exchange.refuse({ status: 503, reason: `${inFlight} calls in flight` })
    }
    inFlight += 1
    try {
      const body = await exchange.body(name === 'readImport' ? limits.importBody : limits.body)
      if (body !== null) exchange.json(200, await session.client.answer(name, body.value, 'page'))
    } finally {
      inFlight -= 1
    }
  }

  /** The code of an address becomes a token, or a token of before is taken up again. */
  async function startSession(exchange: Exchange): Promise<void> {
    const reply = (status: number, what: SessionReply): void => exchange.json(status, what)
    const body = await exchange.body(SESSION_BODY)
    if (body === null) return
    const code = codeIn(body.value)
    if (code === null) {
      const resumed = sessions.resume(bearerToken(exchange.asked.headers) ?? '')
      if (resumed !== null) return reply(200, ok({ token: resumed.token }))
      exchange.note(401, 'neither a code nor a token')
      return reply(401, err('ended'))
    }
    const redemption = codes.redeem(code)
    if (redemption.kind === 'redeemed') {
      options.opened()
      return reply(200, ok({ token: sessions.open(redemption.code).token }))
    }
    exchange.note(401, `${redemption.kind} code`)
    if (redemption.kind === 'used') {
      options.usedTwice()
      sessions.revoke(redemption.code)
    }
    reply(401, err(redemption.kind))
  }

  const server = createServer((request, response) => {
    handle(exchangeOf(request, response, options.log)).catch((error: unknown) => {
      options.log(`answering a request: ${String(error)}`)
      if (response.headersSent) response.destroy()
      else sendNothing(response, 500)
    })
  })
  // There is no WebSocket here, and none to be talked into being.
  server.on('upgrade', (request, socket) => {
    options.log(`refused upgrade from Origin ${shown(request.headers.origin)}`)
    socket.destroy()
  })
  server.on('clientError', (_error, socket) => socket.destroy())
  const port = await listen(server, options.port)
  origin = `http://127.0.0.1:${port}`

  return {
    origin,
    newAddress: () => `${origin}/#code=${codes.issue()}`,
    clients: () => sessions.all().map((session) => session.client),
    async close() {
      await sessions.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

/** The code that a page brings; null: it brings none. What is no text can be no code of ours. */
function codeIn(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('code' in body)) return null
  return typeof body.code === 'string' ? body.code : ''
}

/** Number of the last event that a page has; null: it has none. */
function lastSeen(body: unknown): number | null {
  const after = typeof body === 'object' && body !== null && 'after' in body ? body.after : null
  return typeof after === 'number' ? after : null
}

/** Listens on the loopback address alone, IPv4; returns the port. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject)
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('no port'))
      else resolve(address.port)
    })
  })
}
