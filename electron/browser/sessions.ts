import type { Writable } from 'node:stream'
import type { Client, Desk, Emit } from '../desk/host.ts'
import { isSameSecret } from './secrets.ts'

/** One window of the browser: its token, and its place at the desk. */
export interface Session {
  readonly token: string
  readonly client: Client
}

/** The windows that are open now. A session ends when its event stream has been closed for the grace. */
export interface Sessions {
  /** A window opened by a redeemed code, named as in `Redemption`. */
  open(code: number): Session
  /** Whose token this is; null: nobody's, or of a window that is gone. */
  find(token: string): Session | null
  /**
   * A page was loaded with a token of before: a reload, a duplicated tab, one that comes back late. It gets a
   * session of its own, also on a reload: what the old page hands over while it goes may arrive after the new one
   * has opened the story, and the desk tells a change to every window but the one that made it. Null: no token of
   * ours.
   */
  resume(token: string): Session | null
  /**
   * Sends the session's events over this response, one JSON object a line (NDJSON), until either side ends. Each
   * carries a number; the first line is `{"number":n}`, where the page stands now.
   * @param after number of the last event that the page has; null: it has just been loaded and needs none
   */
  stream(session: Session, response: Writable, after: number | null): void
  /** Ends every window that came from this code, for good. */
  revoke(code: number): void
  /** In the order in which they were opened. */
  all(): readonly Session[]
  /** Ends every window. */
  close(): Promise<void>
}

/** Milliseconds: longer than a reload or a moment without the line, shorter than anyone waits for a prompt to come back. */
export const GRACE = 10_000

// Events kept to be sent again, and their length in characters. What went into a broken stream is among them; a
// page that missed more has to be loaded anew.
const KEPT = 1000
const KEPT_LENGTH = 8_000_000

interface Seat extends Session {
  readonly code: number
  stream: Writable | null
  /** Number of the last event; the last of `kept` has it. */
  number: number
  kept: string[]
  keptLength: number
  leaving: NodeJS.Timeout | undefined
  /** `gone` may be resumed under a new token, `revoked` may not. */
  state: 'open' | 'gone' | 'revoked'
}

/** @param deps `grace`: milliseconds; `left`: a window is gone, look whether it was the last */
export function createSessions(deps: {
  readonly connect: Desk['connect']
  readonly newSecret: () => string
  readonly grace: number
  readonly left: () => void
  readonly log: (error: unknown) => void
}): Sessions {
  const seats: Seat[] = []
  const closing = new Set<Promise<void>>()

  const seatOf = (token: string): Seat | null => {
    const [found] = seats.filter((seat) => isSameSecret(token, seat.token))
    return found ?? null
  }

  function open(code: number): Seat {
    const emit: Emit = (event, payload) => {
      if (seat.state === 'open') send(seat, JSON.stringify({ number: ++seat.number, event, payload }))
    }
    const seat: Seat = {
      token: deps.newSecret(),
      client: deps.connect(emit),
      code,
      stream: null,
      number: 0,
      kept: [],
      keptLength: 0,
      leaving: undefined,
      state: 'open',
    }
    seats.push(seat)
    waitForStream(seat)
    return seat
  }

  function send(seat: Seat, line: string): void {
    seat.kept.push(line)
    seat.keptLength += line.length
    while (seat.kept.length > KEPT || (seat.keptLength > KEPT_LENGTH && seat.kept.length > 1)) {
      seat.keptLength -= seat.kept.shift()?.length ?? 0
    }
    seat.stream?.write(`${line}\n`)
  }

  function waitForStream(seat: Seat): void {
    clearTimeout(seat.leaving)
    seat.leaving = setTimeout(() => end(seat, 'gone'), deps.grace)
  }

  function end(seat: Seat, state: 'gone' | 'revoked'): void {
    const wasOpen = seat.state === 'open'
    seat.state = state
    if (!wasOpen) return
    clearTimeout(seat.leaving)
    seat.stream?.end()
    seat.stream = null
    seat.kept = []
    const closed: Promise<void> = seat.client
      .close()
      .catch(deps.log)
      .finally(() => closing.delete(closed))
    closing.add(closed)
    deps.left()
  }

  return {
    open,
    find(token) {
      const seat = seatOf(token)
      return seat?.state === 'open' ? seat : null
    },
    resume(token) {
      const seat = seatOf(token)
      return seat === null || seat.state === 'revoked' ? null : open(seat.code)
    },
    stream(session, response, after) {
      const seat = seatOf(session.token)
      const missed = seat === null || after === null ? 0 : seat.number - after
      if (seat?.state !== 'open' || missed < 0 || missed > seat.kept.length) {
        if (seat !== null) end(seat, 'gone')
        return void response.end()
      }
      const before = seat.stream
      clearTimeout(seat.leaving)
      seat.stream = response
      before?.end()
      const again = seat.kept.slice(seat.kept.length - missed)
      // At once, also when there is nothing to say: it tells the page that it is listening.
      response.write(`${[`{"number":${seat.number - missed}}`, ...again].join('\n')}\n`)
      response.once('close', () => {
        if (seat.stream !== response) return
        seat.stream = null
        waitForStream(seat)
      })
    },
    revoke(code) {
      for (const seat of seats) if (seat.code === code) end(seat, 'revoked')
    },
    all: () => seats.filter((seat) => seat.state === 'open'),
    async close() {
      for (const seat of seats) end(seat, 'revoked')
      await Promise.all(closing)
    },
  }
}
