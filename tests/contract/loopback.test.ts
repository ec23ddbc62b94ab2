import { startLoopback } from '../../electron/browser/loopback.ts'
import { serveBundle } from '../../electron/desk/bundle.ts'
import type { Client, Desk } from '../../electron/desk/host.ts'
import { createHttpTransport, type HttpTransport } from '../../renderer/desk/http-transport.ts'
import { startSession } from '../../renderer/desk/session.ts'
import { deskContract } from './desk-contract.ts'

/** The browser host and the transport of its page, with real requests between them. */
async function loopbackHost(desk: Desk) {
  const lines: HttpTransport[] = []
  const clients: Client[] = []
  const loopback = await startLoopback({
    port: 0,
    serveFiles: serveBundle(new Map()),
    connect(emit) {
      const client = desk.connect(emit)
      clients.push(client)
      return client
    },
    log: () => {},
    opened: () => {},
    usedTwice: () => {},
    empty: () => {},
  })
  // As in our page: relative addresses, and an Origin, which only browsers send by themselves.
  const pageFetch: typeof fetch = (address, init = {}) => {
    const headers = { ...Object.fromEntries(new Headers(init.headers)), origin: loopback.origin }
    return fetch(new URL(String(address), loopback.origin), { ...init, headers })
  }
  return {
    async window() {
      const session = await startSession({
        location: { hash: new URL(loopback.newAddress()).hash, pathname: '/', search: '' },
        history: { replaceState: () => {} },
        storage: { getItem: () => null, setItem: () => {}, removeItem: () => {} },
        fetch: pageFetch,
      })
      if (!session.ok) throw new Error(`no session: ${session.error}`)
      const transport = createHttpTransport({
        token: session.value,
        fetch: pageFetch,
        wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      })
      lines.push(transport)
      await transport.listen()
      const client = clients.at(-1)
      if (client === undefined) throw new Error('the desk was not asked for a window')
      return { transport, client }
    },
    async close() {
      for (const line of lines) line.leave()
      await loopback.close()
    },
  }
}

deskContract('loopback HTTP', loopbackHost)
