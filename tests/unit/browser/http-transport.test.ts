import { afterEach, describe, expect, it, vi } from 'vitest'
import { createHttpTransport, type HttpTransport } from '../../../renderer/desk/http-transport.ts'
import { noSessionSentence, type Page, startSession } from '../../../renderer/desk/session.ts'
import { type Listening, listening } from './listening.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
})

async function start(limits: Parameters<typeof listening>[0] = {}): Promise<Listening> {
  const host = await listening(limits)
  open.push(host)
  return host
}

/** `fetch` as our page has it: relative addresses, our origin. Notes what it was asked for. */
function pageFetch(host: Listening, seen: RequestInit[] = []): typeof fetch {
  return (address, init = {}) => {
    seen.push(init)
    const headers = { ...Object.fromEntries(new Headers(init.headers)), origin: host.origin }
    return fetch(new URL(String(address), host.origin), { ...init, headers })
  }
}

async function transport(host: Listening, seen: RequestInit[] = []): Promise<HttpTransport> {
  const made = createHttpTransport({
    token: await host.token(),
    fetch: pageFetch(host, seen),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, Math.min(milliseconds, 5))),
  })
  open.unshift({ close: async () => made.leave() })
  return made
}

describe('the transport over loopback', () => {
  it('carries a call', async () => {
    const host = await start()
    const line = await transport(host)
    expect(await line.call('openStory', { story: 's1' })).toEqual({ ok: true, value: 'window 1' })
    expect(host.desk.calls).toEqual(['openStory {"story":"s1"}'])
  })

  it.each([
    {
      name: 'a method of the preload',
      method: 'openDropped',
      error: { kind: 'unknown-method', method: 'openDropped' },
    },
    { name: 'an unknown method', method: 'rm', error: { kind: 'unknown-method', method: 'rm' } },
    { name: 'a method with a slash', method: 'a/b', error: { kind: 'unknown-method', method: 'a%2Fb' } },
  ])('brings back what is wrong with $name', async ({ method, error }) => {
    const line = await transport(await start())
    expect(await line.call(method, {})).toEqual({ ok: false, error })
  })

  it('says that a call was too much at once', async () => {
    const line = await transport(await start({ body: 100 }))
    const reply = await line.call('begin', 'x'.repeat(1_000_000))
    expect(reply).toEqual({ ok: false, error: { kind: 'bad-request', detail: 'too much in one call' } })
  })

  it('hears events from the moment that it listens, until it stops', async () => {
    const host = await start()
    const line = await transport(host)
    const heard: string[] = []
    const stop = line.on('command', ({ command }) => heard.push(command))
    await line.listen()
    host.desk.emits[0]?.('command', { command: 'undo' })
    await vi.waitFor(() => expect(heard).toEqual(['undo']))
    stop()
    let last = ''
    line.on('command', ({ command }) => {
      last = command
    })
    host.desk.emits[0]?.('command', { command: 'redo' })
    await vi.waitFor(() => expect(last).toBe('redo'))
    expect(heard).toEqual(['undo'])
  })

  it('hears an event whose characters came in pieces', async () => {
    const bytes = new TextEncoder().encode(
      '{"number":4}\n{"number":5,"event":"flush","payload":{"token":"é🗞"}}\n',
    )
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
      },
    })
    const line = createHttpTransport({
      token: 't',
      fetch: async () => new Response(body),
      wait: () => new Promise(() => {}),
    })
    const heard = new Promise((resolve) => line.on('flush', resolve))
    await line.listen()
    expect(await heard).toEqual({ token: 'é🗞' })
  })

  it('gets its stream back, and what was said meanwhile', async () => {
    const host = await start()
    const cut = new AbortController()
    const through = pageFetch(host)
    const line = createHttpTransport({
      token: await host.token(),
      fetch: (address, init) =>
        through(
          address,
          cut.signal.aborted || address !== '/api/events' ? init : { ...init, signal: cut.signal },
        ),
      // The way back is open only after something was said.
      wait: async () => host.desk.emits[0]?.('command', { command: 'undo' }),
    })
    open.unshift({ close: async () => line.leave() })
    const states: string[] = []
    const heard: string[] = []
    line.onLine((state) => states.push(state))
    line.on('command', ({ command }) => heard.push(command))
    await line.listen()
    cut.abort()
    await vi.waitFor(() => expect(heard).toEqual(['undo']))
    expect(states).toEqual(['down', 'up', 'down', 'up'])
  })

  it('says that nobody answers when the host is gone', async () => {
    const host = await start()
    const line = await transport(host)
    const states: string[] = []
    await line.listen()
    line.onLine((state) => states.push(state))
    await host.close()
    expect(await line.call('begin', {})).toEqual({ ok: false, error: { kind: 'unreachable' } })
    await vi.waitFor(() => expect(states).toEqual(['up', 'down']))
  })

  it('says that its session has ended when the host does not know it', async () => {
    const host = await start()
    const line = createHttpTransport({ token: 'x'.repeat(43), fetch: pageFetch(host), wait: async () => {} })
    const states: string[] = []
    line.onLine((state) => states.push(state))
    await line.listen()
    expect(await line.call('begin', {})).toEqual({ ok: false, error: { kind: 'unreachable' } })
    expect(states).toEqual(['down', 'ended'])
  })

  it('lets calls outlive a page that is left, as far as browsers do', async () => {
    const seen: RequestInit[] = []
    const line = await transport(await start(), seen)
    await line.call('begin', {})
    line.leave()
    await line.call('begin', {})
    await line.call('begin', 'ü'.repeat(40_000))
    expect(seen.map((init) => init.keepalive)).toEqual([false, true, false])
  })
})

describe('the session of a page', () => {
  interface Tab extends Page {
    readonly addresses: string[]
    readonly stored: Map<string, string>
  }
  function tab(host: Listening, hash: string, stored = new Map<string, string>()): Tab {
    const addresses: string[] = []
    return {
      location: { hash, pathname: '/', search: '' },
      history: { replaceState: (_state, _title, address) => void addresses.push(String(address)) },
      storage: {
        getItem: (key) => stored.get(key) ?? null,
        setItem: (key, value) => void stored.set(key, value),
        removeItem: (key) => void stored.delete(key),
      },
      fetch: pageFetch(host),
      addresses,
      stored,
    }
  }
  const fresh = (host: Listening): string => new URL(host.newAddress()).hash

  it('is got for the code of the address, which is gone from it at once', async () => {
    const host = await start()
    const page = tab(host, fresh(host))
    const session = await startSession(page)
    expect(session).toEqual({ ok: true, value: expect.stringMatching(/^[\w-]{43}$/) })
    expect(page.addresses).toEqual(['/'])
    expect([...page.stored.values()]).toEqual([session.ok ? session.value : ''])
  })

  it('goes on after a reload, beside what the old page still has to say', async () => {
    const host = await start()
    const page = tab(host, fresh(host))
    const before = await startSession(page)
    const after = await startSession(tab(host, '', page.stored))
    const tokens = [before, after].map((session) => (session.ok ? session.value : ''))
    const replies = await Promise.all(
      tokens.map((token) =>
        createHttpTransport({ token, fetch: pageFetch(host), wait: async () => {} }).call('begin', {}),
      ),
    )
    expect(replies).toEqual([
      { ok: true, value: 'window 1' },
      { ok: true, value: 'window 2' },
    ])
    expect([...page.stored.values()]).toEqual([tokens[1]])
  })

  it.each([
    { name: 'no code', hash: () => '', reason: 'no-code' },
    { name: 'some other fragment', hash: () => '#top', reason: 'no-code' },
    { name: 'a code of another Galley', hash: () => `#code=${'x'.repeat(43)}`, reason: 'unknown' },
  ])('is refused for $name', async ({ hash, reason }) => {
    const host = await start()
    expect(await startSession(tab(host, hash()))).toEqual({ ok: false, error: reason })
  })

  it('is refused for a code that was used', async () => {
    const host = await start()
    const hash = fresh(host)
    await startSession(tab(host, hash))
    expect(await startSession(tab(host, hash))).toEqual({ ok: false, error: 'used' })
  })

  it('forgets a token that the host does not know, and keeps it when nobody answers', async () => {
    const host = await start()
    const page = tab(host, '', new Map([['galley.token', 'old']]))
    expect(await startSession(page)).toEqual({ ok: false, error: 'ended' })
    expect(page.stored.size).toBe(0)

    const kept = tab(host, '', new Map([['galley.token', 'old']]))
    await host.close()
    expect(await startSession(kept)).toEqual({ ok: false, error: 'unreachable' })
    expect(kept.stored.size).toBe(1)
  })

  it.each(['no-code', 'used', 'expired', 'unknown', 'ended', 'unreachable'] as const)(
    'that is missing (%s) is said in words that tell what to do',
    (reason) => {
      expect(noSessionSentence(reason)).toMatch(/Press Enter in the terminal|[Ss]tart (it|Galley) again/)
    },
  )
})
