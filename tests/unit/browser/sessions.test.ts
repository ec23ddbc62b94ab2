import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSessions, type Sessions } from '../../../electron/browser/sessions.ts'
import { NotedDesk } from './listening.ts'

const GRACE = 10_000

let desk: NotedDesk
let sessions: Sessions
/** How many windows were open each time that one left. */
let left: number[]

beforeEach(() => {
  vi.useFakeTimers()
  desk = new NotedDesk()
  left = []
  let made = 0
  sessions = createSessions({
    connect: (emit) => desk.connect(emit),
    newSecret: () => `token-${++made}`,
    grace: GRACE,
    left: () => left.push(sessions.all().length),
    log: (error) => {
      throw error
    },
  })
})
afterEach(() => {
  vi.useRealTimers()
})

/** An event stream as the page holds it. */
function stream(): PassThrough & { readonly lines: () => string[] } {
  const pipe = new PassThrough()
  let text = ''
  pipe.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  return Object.assign(pipe, { lines: () => text.split('\n').slice(0, -1) })
}

async function hangUp(pipe: PassThrough): Promise<void> {
  const closed = new Promise((resolve) => pipe.once('close', resolve))
  pipe.destroy()
  await closed
}

const from = (number: number) => `{"number":${number}}`
const command = (number: number, name: 'undo' | 'redo') =>
  `{"number":${number},"event":"command","payload":{"command":"${name}"}}`
const settled = () => vi.advanceTimersByTimeAsync(0)

describe('a window', () => {
  it('gets what the desk says, and only what is for it', async () => {
    const [one, two] = [sessions.open(1), sessions.open(2)]
    const [first, second] = [stream(), stream()]
    sessions.stream(one, first, null)
    sessions.stream(two, second, null)
    desk.emits[0]?.('command', { command: 'undo' })
    await settled()
    expect([first.lines(), second.lines()]).toEqual([[from(0), command(1, 'undo')], [from(0)]])
  })

  it('gets again what it has not seen, in order, also what went into a broken stream', async () => {
    const one = sessions.open(1)
    const first = stream()
    sessions.stream(one, first, null)
    for (const name of ['undo', 'redo', 'undo'] as const) desk.emits[0]?.('command', { command: name })
    await hangUp(first)
    desk.emits[0]?.('command', { command: 'redo' })
    const again = stream()
    sessions.stream(one, again, 2)
    await settled()
    expect(again.lines()).toEqual([from(2), command(3, 'undo'), command(4, 'redo')])
  })

  it.each([
    { name: 'more than is kept', after: 0, events: 1001 },
    { name: 'what was never said', after: 2, events: 1 },
  ])('has to be loaded anew when it asks for $name', async ({ after, events }) => {
    const one = sessions.open(1)
    for (let count = 0; count < events; count += 1) desk.emits[0]?.('command', { command: 'undo' })
    const pipe = stream()
    sessions.stream(one, pipe, after)
    await settled()
    expect([pipe.lines(), pipe.writableEnded, sessions.find(one.token)]).toEqual([[], true, null])
    expect(sessions.resume(one.token)?.token).toBe('token-2')
  })

  it('has one stream: a second one ends the first', async () => {
    const one = sessions.open(1)
    const [first, second] = [stream(), stream()]
    sessions.stream(one, first, null)
    sessions.stream(one, second, null)
    await settled()
    desk.emits[0]?.('command', { command: 'undo' })
    await vi.advanceTimersByTimeAsync(GRACE * 2)
    expect([first.writableEnded, second.writableEnded]).toEqual([true, false])
    expect(second.lines()).toEqual([from(0), command(1, 'undo')])
    expect(sessions.all()).toEqual([one])
  })
})

describe('a window that leaves', () => {
  it.each([
    { after: GRACE - 1, open: 1, closed: [] },
    { after: GRACE, open: 0, closed: [1] },
  ])('is kept for its return: $open open after $after ms', async ({ after, open, closed }) => {
    const one = sessions.open(1)
    const first = stream()
    sessions.stream(one, first, null)
    await vi.advanceTimersByTimeAsync(GRACE * 3)
    await hangUp(first)
    await vi.advanceTimersByTimeAsync(after)
    expect({ open: sessions.all().length, closed: desk.closed, left }).toEqual({
      open,
      closed,
      left: closed.map(() => 0),
    })
  })

  it('is gone when it never listened', async () => {
    const one = sessions.open(1)
    await vi.advanceTimersByTimeAsync(GRACE)
    expect([sessions.find(one.token), left]).toEqual([null, [0]])
  })

  it('does not take another one along', async () => {
    const [one, two] = [sessions.open(1), sessions.open(2)]
    const first = stream()
    sessions.stream(one, first, null)
    sessions.stream(two, stream(), null)
    await hangUp(first)
    await vi.advanceTimersByTimeAsync(GRACE)
    expect([sessions.all(), left, desk.closed]).toEqual([[two], [1], [1]])
  })
})

describe('a token of before', () => {
  it('opens a session for a reload or a duplicated tab; the old one is answered until it is gone', async () => {
    const one = sessions.open(1)
    const first = stream()
    sessions.stream(one, first, null)
    const two = sessions.resume(one.token)
    expect([two?.token, two?.client === one.client]).toEqual(['token-2', false])
    if (two !== null) sessions.stream(two, stream(), null)
    await hangUp(first)
    await vi.advanceTimersByTimeAsync(GRACE - 1)
    expect(sessions.find(one.token)).toBe(one)
    await vi.advanceTimersByTimeAsync(1)
    expect([sessions.find(one.token), sessions.all(), desk.closed]).toEqual([null, [two], [1]])
  })

  it('gives a tab that comes back late a new session, and is itself good for nothing else', async () => {
    const one = sessions.open(1)
    await vi.advanceTimersByTimeAsync(GRACE)
    expect(sessions.find(one.token)).toBeNull()
    expect(sessions.resume(one.token)?.token).toBe('token-2')
  })

  it('is good for nothing after its code was used twice, nor is what came of it', () => {
    const one = sessions.open(1)
    const pipe = stream()
    sessions.stream(one, pipe, null)
    const two = sessions.resume(one.token)
    const other = sessions.open(2)
    sessions.revoke(1)
    expect([one.token, two?.token ?? ''].map((token) => sessions.resume(token))).toEqual([null, null])
    expect([sessions.all(), pipe.writableEnded, desk.closed]).toEqual([[other], true, [1, 2]])
  })

  it.each(['', 'token', 'token-9', 'token-11'])('is refused when it is %j', (token) => {
    sessions.open(1)
    expect([sessions.find(token), sessions.resume(token)]).toEqual([null, null])
  })
})
