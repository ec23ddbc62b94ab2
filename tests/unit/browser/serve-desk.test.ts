import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Opened } from '../../../electron/browser/open-window.ts'
import { serveDesk } from '../../../electron/browser/serve-desk.ts'
import { CODE_LIFE } from '../../../electron/browser/session-codes.ts'
import { GRACE } from '../../../electron/browser/sessions.ts'
import type { Terminal } from '../../../electron/browser/terminal.ts'
import { type Answer, call, codeOf, NotedDesk, redeem } from './listening.ts'

/** A terminal whose keys a test presses, and what it shows. */
class NotedTerminal implements Terminal {
  readonly shown: string[] = []
  readonly said: string[] = []
  enter = (): void => {}
  interrupt = (): void => {}
  out(line: string): void {
    this.shown.push(line)
  }
  say(line: string): void {
    this.said.push(line)
  }
  onEnter(listener: () => void): () => void {
    this.enter = listener
    return () => {}
  }
  onInterrupt(listener: () => void): () => void {
    this.interrupt = listener
    return () => {}
  }
}

class ServedDesk extends NotedDesk {
  closings = 0
  async close(): Promise<void> {
    this.closings += 1
  }
  admit(): never {
    throw new Error('nothing is admitted here')
  }
}

interface Running {
  readonly terminal: NotedTerminal
  readonly desk: ServedDesk
  readonly ended: Promise<number>
  /** The address on the first line. */
  readonly address: string
  readonly origin: string
}

const running: Running[] = []
// Only the grace is timed by these; the network goes on by itself.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(async () => {
  for (const each of running.splice(0)) {
    each.terminal.interrupt()
    await each.ended
  }
  vi.useRealTimers()
})

async function start(open: ((address: string) => Promise<Opened>) | null, port = 0): Promise<Running> {
  const terminal = new NotedTerminal()
  const desk = new ServedDesk()
  const files = new Map([['/index.html', import.meta.filename]])
  const ended = serveDesk({ desk, files, port, open, terminal })
  await vi.waitFor(() => expect(terminal.shown).toHaveLength(1))
  const address = terminal.shown[0] ?? ''
  const each = { terminal, desk, ended, address, origin: new URL(address).origin }
  running.push(each)
  return each
}

const tokenFor = async (origin: string, address: string): Promise<string> =>
  JSON.parse((await redeem(origin, codeOf(address))).body).value.token

/** Opens the event stream of a window; the function closes it and returns when the host has noticed. */
async function listen(origin: string, token: string): Promise<() => Promise<void>> {
  const { hostname, port } = new URL(origin)
  const headers = { Origin: origin, 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }
  const sent = request({ hostname, port, method: 'POST', path: '/api/events', headers, agent: false })
  sent.end('{}')
  const [response] = await once(sent, 'response')
  await once(response, 'data')
  response.on('error', () => {})
  return async () => {
    const before = vi.getTimerCount()
    sent.destroy()
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(before + 1))
  }
}

/** What has become of it when the grace is over: its exit code, or `running` although it had every chance to end. */
async function afterGrace(ended: Promise<number>): Promise<number | 'running'> {
  await vi.advanceTimersByTimeAsync(GRACE)
  const chances = async (): Promise<'running'> => {
    for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    return 'running'
  }
  return Promise.race([ended, chances()])
}

describe('galley serve', () => {
  it('prints an address that opens a window, alone on the first line', async () => {
    const { terminal, address, origin } = await start(null)
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#code=[\w-]{43}$/)
    expect((await redeem(origin, codeOf(address))).status).toBe(200)
    expect(terminal.shown).toHaveLength(1)
    expect(terminal.said).toEqual(['Open the address above. Enter prints a fresh one, Ctrl-C ends Galley.'])
  })

  it('prints a fresh address on Enter', async () => {
    const { terminal, address, origin } = await start(null)
    terminal.enter()
    expect(terminal.shown).toHaveLength(2)
    expect(terminal.shown[1]).not.toBe(address)
    expect((await redeem(origin, codeOf(terminal.shown[1] ?? ''))).status).toBe(200)
  })

  it('ends with 0 on Ctrl-C, after every window handed over what was being typed', async () => {
    const { terminal, desk, ended, address, origin } = await start(null)
    await listen(origin, await tokenFor(origin, address))
    terminal.interrupt()
    expect(await ended).toBe(0)
    expect([desk.flushes, desk.closed, desk.closings]).toEqual([1, [1], 1])
    await expect(call(origin, 'begin', null)).rejects.toThrow('ECONNREFUSED')
  })

  it('ends with 1 and says so when something could not be saved', async () => {
    const { terminal, desk, ended, address, origin } = await start(null)
    desk.written = false
    await tokenFor(origin, address)
    terminal.interrupt()
    expect(await ended).toBe(1)
    expect(terminal.said.at(-1)).toBe(
      'Some changes could be saved neither beside the story nor on this computer.',
    )
  })

  it('keeps running with --no-open when the last window has left', async () => {
    const { ended, address, origin } = await start(null)
    const leave = await listen(origin, await tokenFor(origin, address))
    await leave()
    expect(await afterGrace(ended)).toBe('running')
  })

  it('opens a window at an address of its own and ends after the last one has left', async () => {
    const opened: string[] = []
    const { ended, address, origin } = await start(async (own) => {
      opened.push(own)
      return { kind: 'app' }
    })
    expect([opened.length, opened[0] === address]).toEqual([1, false])
    const leave = [
      await listen(origin, await tokenFor(origin, opened[0] ?? '')),
      await listen(origin, await tokenFor(origin, address)),
    ]
    await leave[0]?.()
    expect(await afterGrace(ended)).toBe('running')
    await leave[1]?.()
    expect(await afterGrace(ended)).toBe(0)
  })

  it('waits for the first window as long as it takes', async () => {
    const { ended } = await start(async () => ({ kind: 'none', why: 'No browser.' }))
    expect(await afterGrace(ended)).toBe('running')
  })

  it('waits for a window at an address that was asked for by Enter', async () => {
    const { ended, terminal, address, origin } = await start(async () => ({ kind: 'app' }))
    const leave = await listen(origin, await tokenFor(origin, address))
    terminal.enter()
    await leave()
    expect(await afterGrace(ended)).toBe('running')
    const leaveAgain = await listen(origin, await tokenFor(origin, terminal.shown[1] ?? ''))
    await leaveAgain()
    expect(await afterGrace(ended)).toBe(0)
  })

  it('waits for it no longer than its address is good', async () => {
    const { ended, terminal, address, origin } = await start(async () => ({ kind: 'app' }))
    const leave = await listen(origin, await tokenFor(origin, address))
    terminal.enter()
    await leave()
    await vi.advanceTimersByTimeAsync(CODE_LIFE - GRACE - 1000)
    expect(await afterGrace(ended)).toBe('running')
    expect(await afterGrace(ended)).toBe(0)
  })

  it('says why no window came up, and stays', async () => {
    const { terminal, ended } = await start(async () => ({ kind: 'none', why: 'There is no display here.' }))
    await vi.waitFor(() => expect(terminal.said).toHaveLength(1))
    expect(terminal.said).toEqual(['There is no display here. Enter prints a fresh one, Ctrl-C ends Galley.'])
    expect(await afterGrace(ended)).toBe('running')
  })

  it('says that an address was opened twice, and goes on', async () => {
    const { terminal, ended, address, origin } = await start(async () => ({ kind: 'app' }))
    await tokenFor(origin, address)
    const second: Answer = await redeem(origin, codeOf(address))
    expect(second.status).toBe(401)
    expect(terminal.said.filter((line) => line.includes('a second time'))).toHaveLength(1)
    expect(await afterGrace(ended)).toBe('running')
  })

  it('ends with 1 when the port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const terminal = new NotedTerminal()
    const desk = new ServedDesk()
    const files = new Map([['/index.html', import.meta.filename]])
    expect(await serveDesk({ desk, files, port, open: null, terminal })).toBe(1)
    expect([terminal.shown, terminal.said, desk.closings]).toEqual([
      [],
      [`Port ${port} is taken by another program. Without --port, Galley finds a free one.`],
      1,
    ])
    await new Promise((resolve) => other.close(resolve))
  })

  it('ends with 1 when the window was not built', async () => {
    const terminal = new NotedTerminal()
    const desk = new ServedDesk()
    expect(await serveDesk({ desk, files: new Map(), port: 0, open: null, terminal })).toBe(1)
    expect(terminal.said).toEqual([expect.stringContaining('npm run build')])
  })
})
