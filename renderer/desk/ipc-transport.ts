import type { Bridge, PageMethod } from '../../shared/desk/bridge.ts'
import { methods } from '../../shared/desk/methods.ts'
import type { Transport } from '../../shared/desk/transport.ts'
import { err } from '../../shared/result.ts'

/** Electron: calls go over the bridge that the preload put on the page. */
export function createIpcTransport(bridge: Bridge<File>): Transport {
  return {
    async call(method, input) {
      if (!isPageMethod(method)) return err({ kind: 'unknown-method', method })
      try {
        return await bridge.call(method, input)
      } catch {
        return err({ kind: 'unreachable' })
      }
    },
    on: (event, listener) => bridge.on(event, listener),
  }
}

function isPageMethod(name: string): name is PageMethod {
  return Object.entries(methods).some(([method, caller]) => method === name && caller === 'page')
}
