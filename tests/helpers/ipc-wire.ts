import type { Client, Desk } from '../../electron/desk/host.ts'
import { connectCalls } from '../../electron/main/ipc.ts'
import type { Bridge } from '../../shared/desk/bridge.ts'
import { type RendererIpc, runPreload } from './preload.ts'

const ORIGIN = 'app://bundle'

/** One window of a desk over Electron's way: built preload, structured clones both ways, our switchboard. */
export interface IpcWindow {
  readonly client: Client
  readonly bridge: Bridge<{ path: string }>
}

/** @param preload text of the built preload */
export function ipcWindow(desk: Pick<Desk, 'connect'>, preload: string): IpcWindow {
  const handlers = new Map<string, (event: unknown, input: unknown) => Promise<unknown>>()
  const listeners = new Map<string, Set<(event: unknown, payload: unknown) => void>>()
  const contents = {}
  const client = desk.connect((event, payload) => {
    const copy = structuredClone(payload)
    for (const listener of listeners.get(event) ?? []) listener({ sender: contents }, copy)
  })
  // Of Electron's objects only these few members are used.
  Reflect.apply(connectCalls, undefined, [
    { handle: (channel: string, handler: () => Promise<unknown>) => handlers.set(channel, handler) },
    {
      origin: ORIGIN,
      clientOf: (sender: unknown) => (sender === contents ? client : undefined),
      answered() {},
    },
  ])
  const renderer: RendererIpc = {
    async invoke(channel, input) {
      const handler = handlers.get(channel)
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
      const event = { sender: contents, senderFrame: { parent: null, origin: ORIGIN } }
      return structuredClone(await handler(event, structuredClone(input)))
    },
    on(channel, listener) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
    },
    removeListener: (channel, listener) => listeners.get(channel)?.delete(listener),
  }
  const bridge = runPreload(preload, renderer).get('galley')
  if (bridge === undefined) throw new Error('the preload put nothing on the page')
  return { client, bridge }
}
