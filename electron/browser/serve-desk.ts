import { type BundleFiles, serveBundle } from '../desk/bundle.ts'
import type { Desk } from '../desk/host.ts'
import { createEnding } from './ending.ts'
import { type Limits, type Loopback, type LoopbackOptions, startLoopback } from './loopback.ts'
import type { Opened } from './open-window.ts'
import type { Terminal } from './terminal.ts'

/** Everything of the browser host that a test may want to hold in its hand. */
export interface ServeDesk {
  readonly desk: Desk
  readonly files: BundleFiles
  readonly port: number
  /** Opens a window at an address; null: the person does (`--no-open`), and only Ctrl-C ends the host. */
  readonly open: ((address: string) => Promise<Opened>) | null
  readonly terminal: Terminal
  readonly limits?: Partial<Limits>
}

/**
 * Runs until Ctrl-C, or, when it opened a window itself, until the last window has been gone for the grace.
 * Closes the desk. Exit code 0; 1: it could not start, or a change could not be saved anywhere.
 */
export async function serveDesk(options: ServeDesk): Promise<number> {
  const { desk, terminal } = options
  if (options.files.size === 0) {
    terminal.say('The window is not built yet: run `npm run build` in the folder of Galley, then try again.')
    await desk.close()
    return 1
  }
  const ending = createEnding(options.open !== null)
  const settings: LoopbackOptions = {
    port: options.port,
    serveFiles: serveBundle(options.files),
    connect: (emit) => desk.connect(emit),
    log: (line) => terminal.say(`galley: ${line}`),
    opened: ending.windowOpened,
    usedTwice: () => {
      ending.expectWindow()
      terminal.say(
        'An address was opened a second time, so the window that it had opened was ended. Press Enter for a fresh one.',
      )
    },
    empty: ending.lastWindowLeft,
    limits: options.limits ?? {},
  }
  const loopback = await startLoopback(settings).catch((error: unknown) => {
    terminal.say(whyNotListening(error, options.port))
    return null
  })
  if (loopback === null) {
    await desk.close()
    return 1
  }
  // Listened for before the address is known to anyone, so that neither comes too early.
  const stopListening = [
    terminal.onInterrupt(ending.end),
    terminal.onEnter(() => {
      ending.expectWindow()
      terminal.out(loopback.newAddress())
    }),
  ]
  terminal.out(loopback.newAddress())
  if (options.open === null)
    terminal.say('Open the address above. Enter prints a fresh one, Ctrl-C ends Galley.')
  else await openFirst(loopback, options.open, terminal)
  await ending.ended
  for (const end of stopListening) end()
  return await finish(loopback, desk, terminal)
}

/** The window gets an address of its own: the one on the screen stays good for another browser. */
async function openFirst(
  loopback: Loopback,
  open: (address: string) => Promise<Opened>,
  terminal: Terminal,
): Promise<void> {
  const opened = await open(loopback.newAddress())
  terminal.say(
    opened.kind === 'none'
      ? `${opened.why} Enter prints a fresh one, Ctrl-C ends Galley.`
      : 'Galley is open in a browser window and ends with it. Enter prints an address for another window.',
  )
}

/** Lets every window hand over what is being typed, writes, and closes. */
async function finish(loopback: Loopback, desk: Desk, terminal: Terminal): Promise<number> {
  const written = await Promise.all(loopback.clients().map((client) => client.flush()))
  await loopback.close()
  await desk.close()
  if (written.every(Boolean)) return 0
  terminal.say('Some changes could be saved neither beside the story nor on this computer.')
  return 1
}

function whyNotListening(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Without --port, Galley finds a free one.`
  if (code === 'EACCES') return `Port ${port} is not for you to use. Without --port, Galley finds a free one.`
  return `Galley cannot listen on 127.0.0.1, port ${port}: ${String(error)}`
}
