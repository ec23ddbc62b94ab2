import type { Bridge } from '../../shared/desk/bridge.ts'
import type { DeskApi, HostKind, OpenedStory } from '../../shared/desk/contract.ts'
import type { Transport } from '../../shared/desk/transport.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import { createDeskClient } from './client.ts'
import { openDroppedByContent } from './dropped.ts'
import { createHttpTransport, type Line } from './http-transport.ts'
import { createIpcTransport } from './ipc-transport.ts'
import { type NoSession, startSession } from './session.ts'

/** What a window has at its start: a desk, or a reason why it has none (`noSessionSentence` says it). */
export type Connecting = Connected | { readonly kind: 'no-session'; readonly reason: NoSession }

export interface Connected {
  readonly kind: 'connected'
  readonly host: HostKind
  readonly desk: DeskApi
  readonly on: Transport['on']
  /** Opens a file that was dropped on the window. */
  readonly openDropped: (file: File) => Promise<Result<OpenedStory, Failure>>
  /** Tells each change of the line to the desk, the present state first; always `up` in Electron. */
  readonly onLine: (listener: (line: Line) => void) => () => void
}

declare global {
  interface Window {
    /** Only in Electron. */
    readonly galley?: Bridge<File>
  }
}

let connecting: Promise<Connecting> | null = null

/** Connects this window, once: a launch code is good for one use, so a second call gets the first's outcome. */
export function connectDesk(): Promise<Connecting> {
  connecting ??=
    window.galley === undefined ? connectByHttp() : Promise.resolve(connectByBridge(window.galley))
  return connecting
}

function connectByBridge(bridge: Bridge<File>): Connected {
  const transport = createIpcTransport(bridge)
  return {
    kind: 'connected',
    host: 'electron',
    desk: createDeskClient(transport),
    on: transport.on,
    openDropped: (file) => bridge.openDropped(file),
    onLine: (listener) => {
      listener('up')
      return () => {}
    },
  }
}

async function connectByHttp(): Promise<Connecting> {
  const fetch: typeof window.fetch = (...request) => window.fetch(...request)
  const session = await startSession({ location, history, storage: sessionStorage, fetch })
  window.addEventListener('hashchange', () => {
    // A fresh address put into this tab changes only the fragment, which loads nothing by itself.
    if (session.ok) history.replaceState(null, '', location.pathname)
    else location.reload()
  })
  if (!session.ok) return { kind: 'no-session', reason: session.error }

  const transport = createHttpTransport({
    token: session.value,
    fetch,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  })
  // First of all listeners of the page: what others hand over while it goes must outlive it.
  window.addEventListener('pagehide', () => transport.leave(), { capture: true })
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
  await transport.listen()
  const desk = createDeskClient(transport)
  return {
    kind: 'connected',
    host: 'browser',
    desk,
    on: transport.on,
    openDropped: (file) => openDroppedByContent(desk, file),
    onLine: transport.onLine,
  }
}
