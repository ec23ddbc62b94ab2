import { beforeAll, describe, expect, it } from 'vitest'
import { methods } from '../../shared/desk/methods.ts'
import { builtPreload, runPreload } from '../helpers/preload.ts'

let source = ''
beforeAll(() => {
  source = builtPreload()
}, 60_000)

/** The preload over a main process that answers with `invoke`. */
function preloaded(invoke: (channel: string) => unknown = () => ({ ok: true, value: null })) {
  const listeners = new Map<string, (event: unknown, payload: unknown) => void>()
  const invoked: unknown[][] = []
  const exposed = runPreload(source, {
    async invoke(...call) {
      invoked.push(call)
      return invoke(call[0])
    },
    on: (event, listener) => listeners.set(event, listener),
    removeListener: (event, listener) => {
      if (listeners.get(event) === listener) listeners.delete(event)
    },
  })
  const bridge = exposed.get('galley')
  if (bridge === undefined) throw new Error('no bridge')
  // A page's script knows no types.
  const ask = (name: 'call' | 'on' | 'openDropped', ...args: unknown[]) =>
    Reflect.apply(bridge[name], bridge, args)
  return { exposed, bridge, ask, listeners, invoked }
}

describe('the built preload', () => {
  it('needs nothing but electron and shows nothing but the bridge', () => {
    const { exposed, bridge } = preloaded()
    expect([...exposed.keys()]).toEqual(['galley'])
    expect(Object.keys(bridge).sort()).toEqual(['call', 'on', 'openDropped'])
  })

  it('stays small', () => {
    expect(source.length).toBeLessThan(8000)
    expect(source).not.toMatch(/require\((?!["']electron["']\))/)
  })

  it('passes on the calls that a page may make', async () => {
    const { ask, invoked } = preloaded((method) => ({ ok: true, value: method }))
    const pageMethods = Object.entries(methods).flatMap(([name, from]) => (from === 'page' ? [name] : []))
    for (const method of pageMethods) {
      expect(await ask('call', method, { a: 1 })).toEqual({ ok: true, value: method })
    }
    expect(invoked).toEqual(pageMethods.map((method) => [method, { a: 1 }]))
  })

  it.each(['openDropped', 'constructor', '__proto__', 'toString', 'ELECTRON_ASAR', ''])(
    'refuses %j, and main never hears of it',
    async (method) => {
      const { ask, invoked } = preloaded()
      expect(await ask('call', method, { path: '/etc/passwd' })).toEqual({
        ok: false,
        error: { kind: 'unknown-method', method },
      })
      expect(invoked).toEqual([])
    },
  )

  it('answers with data when main is gone', async () => {
    const { ask } = preloaded(() => {
      throw new Error('no handler')
    })
    expect(await ask('call', 'begin', {})).toEqual({ ok: false, error: { kind: 'unreachable' } })
  })

  it('reads the path of a dropped file itself', async () => {
    const { bridge, invoked } = preloaded()
    await bridge.openDropped({ path: '/news/a.txt' })
    expect(invoked).toEqual([['openDropped', { path: '/news/a.txt' }]])
  })

  it('hands out payloads without the event, until told to stop', () => {
    const { bridge, listeners } = preloaded()
    const heard: unknown[][] = []
    const stop = bridge.on('command', (...args) => heard.push(args))
    listeners.get('command')?.({ sender: 'the ipc object' }, { command: 'help' })
    expect(heard).toEqual([[{ command: 'help' }]])
    stop()
    expect(listeners.size).toBe(0)
  })

  it('listens to no other events', () => {
    const { ask, listeners } = preloaded()
    ask('on', 'ELECTRON_INTERNAL', () => {})
    expect(listeners.size).toBe(0)
  })
})
