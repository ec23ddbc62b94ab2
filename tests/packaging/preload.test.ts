import { readFileSync } from 'node:fs'
import path from 'node:path'
import { runInNewContext } from 'node:vm'
import { beforeAll, describe, expect, it } from 'vitest'
import { methods } from '../../shared/desk/methods.ts'
import { builtDist } from '../helpers/built-dist.ts'

let source = ''
beforeAll(() => {
  source = readFileSync(path.join(builtDist('preload', ['preload']), 'preload/index.cjs'), 'utf8')
}, 60_000)

/** Runs the built preload as Electron's sandbox does: `require` knows one name, and there is nothing of Node. */
function preloaded(invoke: (...call: unknown[]) => unknown = () => ({ ok: true, value: null })) {
  const exposed = new Map<string, Record<string, (...args: unknown[]) => unknown>>()
  const listeners = new Map<string, (...args: unknown[]) => void>()
  const invoked: unknown[][] = []
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, value: never) => exposed.set(name, value) },
    ipcRenderer: {
      async invoke(...call: unknown[]) {
        invoked.push(call)
        return invoke(...call)
      },
      on: (event: string, listener: () => void) => listeners.set(event, listener),
      removeListener: (event: string, listener: () => void) => {
        if (listeners.get(event) === listener) listeners.delete(event)
      },
    },
    webUtils: { getPathForFile: (file: { path: string }) => file.path },
  }
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`the sandbox has no ${name}`)
    return electron
  }
  runInNewContext(source, { require, exports: {}, module: { exports: {} } })
  const bridge = exposed.get('galley')
  if (bridge === undefined) throw new Error('no bridge')
  const ask = (name: string, ...args: unknown[]) => bridge[name]?.(...args)
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
    const { ask, invoked } = preloaded()
    await ask('openDropped', { path: '/news/a.txt' })
    expect(invoked).toEqual([['openDropped', { path: '/news/a.txt' }]])
  })

  it('hands out payloads without the event, until told to stop', () => {
    const { ask, listeners } = preloaded()
    const heard: unknown[][] = []
    const stop = ask('on', 'command', (...args: unknown[]) => heard.push(args))
    listeners.get('command')?.({ sender: 'the ipc object' }, { command: 'help' })
    expect(heard).toEqual([[{ command: 'help' }]])
    if (typeof stop === 'function') stop()
    expect(listeners.size).toBe(0)
  })

  it('listens to no other events', () => {
    const { ask, listeners } = preloaded()
    ask('on', 'ELECTRON_INTERNAL', () => {})
    expect(listeners.size).toBe(0)
  })
})
