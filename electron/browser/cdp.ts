import type { Readable, Writable } from 'node:stream'

/**
 * The DevTools protocol over two pipes: JSON messages, each ended by a zero byte, so that no port is open to others.
 * Source: https://chromedevtools.github.io/devtools-protocol/, `--remote-debugging-pipe`.
 */
export interface Cdp {
  /** @param session of a page; absent: the browser itself. Rejects when it is refused, or the browser has ended. */
  send(method: string, parameters?: object, session?: string): Promise<CdpAnswer>
  /** Resolves at the next event of this name in this session; rejects when the browser has ended. */
  next(event: string, session: string): Promise<void>
}

export type CdpAnswer = Readonly<Record<string, unknown>>

interface Waiting {
  resolve(answer: CdpAnswer): void
  reject(error: Error): void
}

interface Message {
  readonly id?: number
  readonly result?: CdpAnswer
  readonly error?: { readonly message: string }
  readonly method?: string
  readonly sessionId?: string
}

/** @param ended settles when the browser has ended, with why. */
export function cdpOver(write: Writable, read: Readable, ended: Promise<string>): Cdp {
  const answers = new Map<number, Waiting>()
  const events = new Map<string, Waiting[]>()
  let last = 0
  let over: string | null = null

  const keyOf = (event: string, session: string) => `${session} ${event}`
  void ended.then((why) => {
    over = why
    for (const { reject } of [...answers.values(), ...[...events.values()].flat()]) reject(new Error(why))
    answers.clear()
    events.clear()
  })
  // Both end with the browser, which is told by `ended`.
  write.on('error', () => {})
  read.on('error', () => {})

  onMessages(read, (text) => {
    const { id, result = {}, error, method, sessionId } = JSON.parse(text) as Message
    if (id !== undefined) {
      const waiting = answers.get(id)
      answers.delete(id)
      if (error === undefined) waiting?.resolve(result)
      else waiting?.reject(new Error(error.message))
    } else if (method !== undefined && sessionId !== undefined) {
      const heard = events.get(keyOf(method, sessionId)) ?? []
      events.delete(keyOf(method, sessionId))
      for (const { resolve } of heard) resolve({})
    }
  })

  const wait = (keep: (waiting: Waiting) => void): Promise<CdpAnswer> =>
    new Promise((resolve, reject) => {
      if (over === null) keep({ resolve, reject })
      else reject(new Error(over))
    })
  return {
    send(method, params = {}, sessionId) {
      last += 1
      const id = last
      const answered = wait((waiting) => answers.set(id, waiting))
      const message = { id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }
      if (over === null) write.write(`${JSON.stringify(message)}\0`)
      return answered
    },
    async next(event, session) {
      const key = keyOf(event, session)
      await wait((waiting) => events.set(key, [...(events.get(key) ?? []), waiting]))
    },
  }
}

/** A message may come in many pieces (a document is megabytes), and a piece may hold several messages. */
function onMessages(read: Readable, message: (text: string) => void): void {
  let pieces: Buffer[] = []
  read.on('data', (chunk: Buffer) => {
    let rest = chunk
    for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
      pieces.push(rest.subarray(0, end))
      const text = Buffer.concat(pieces).toString('utf8')
      pieces = []
      rest = rest.subarray(end + 1)
      message(text)
    }
    if (rest.length > 0) pieces.push(rest)
  })
}
