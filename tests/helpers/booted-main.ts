import { fork } from 'node:child_process'
import path from 'node:path'
import type { CommandId } from '../../shared/desk/commands.ts'
import type { DeskEvents, EventName, Method, Output } from '../../shared/desk/contract.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'

const children = path.join(import.meta.dirname, 'children')

/** What `children/booted-main.mjs` saw so far. */
export interface Seen {
  /** Everything asked of Electron for its effect: a name, then the arguments. */
  readonly calls: readonly (readonly [name: string, ...args: readonly unknown[]])[]
  readonly windows: readonly {
    readonly options: unknown
    readonly url: string
    readonly title: string
    readonly shown: boolean
  }[]
  /** Channels with an IPC handler. */
  readonly channels: readonly string[]
  readonly paths: Readonly<Record<string, string>>
  readonly theme: string
  /** Events that the page was sent, in order. */
  readonly heard: readonly { readonly [E in EventName]: readonly [E, DeskEvents[E]] }[EventName][]
}

/** What the child can be asked to do; each as its name says. */
interface Verbs {
  seen(): Seen
  invokeAsStranger(method: Method, input: unknown): unknown
  fetch(
    url: string,
    method?: string,
  ): { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly text: string }
  /** Does Galley prevent it when the page's contents emit this event with this URL? */
  prevents(event: string, url: string): boolean
  opens(url: string): string
  /** What the request, the check and the device handler say. */
  grants(permission: string): readonly [boolean, boolean, boolean]
  cancels(url: string): boolean
  /** The same, of the hidden window that prints. */
  printCancels(url: string): boolean
  downloads(): boolean
  fileArrives(file: string): boolean
  startAgain(message: unknown): void
  chooses(file: string): void
  savesAs(file: string): void
  page(behaviour: { readonly flush: 'answers' | 'marks first' | 'hangs'; readonly mark?: unknown }): void
  crash(): void
  close(): void
  quit(): void
  /** Clicks a menu item; returns whether it was enabled. */
  click(id: CommandId): boolean
  called(name: string): void
  hears(event: EventName, times: number): void
  sidecarsOf(folder: string): readonly string[]
}

type Frame = 'page' | 'inner' | 'foreign' | 'gone'

/** The built main process, running under the stand-in `electron` in a process of its own. */
export interface BootedMain {
  ask<V extends keyof Verbs>(verb: V, ...args: Parameters<Verbs[V]>): Promise<ReturnType<Verbs[V]>>
  /** Calls the desk over IPC, as the preload of the page, or as a frame that isn't the page. */
  call<M extends Method>(method: M, input: unknown, frame?: Frame): Promise<Result<Output<M>, Failure>>
  /** What it printed so far. */
  printed(): string
  end(): Promise<void>
}

export interface Boot {
  /** Absolute path of the built `index.js`. */
  readonly bundle: string
  /** Words of the command line after the program. */
  readonly words?: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** Resolves when the window is open (or, for a second instance, when the bundle has run). */
export async function bootMain({ bundle, words = [], env }: Boot): Promise<BootedMain> {
  const child = fork(path.join(children, 'booted-main.mjs'), [bundle, ...words], {
    execArgv: ['--import', path.join(children, 'electron-hook.mjs')],
    env: { ...process.env, ...env },
    // As structured clones, so that `undefined` and the like arrive as they are.
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  }
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const answer = (id: number) =>
    new Promise<unknown>((resolve, reject) => {
      waiting.set(id, { resolve, reject })
    })
  child.on('message', (message: { id: number; value?: unknown; problem?: string }) => {
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.problem === undefined) asked?.resolve(message.value)
    else asked?.reject(new Error(message.problem))
  })
  void ended.then(() => {
    for (const asked of waiting.values()) asked.reject(new Error(`the main process ended:\n${output}`))
  })

  await answer(0)
  let last = 0
  // The child's verb of that name makes what `Verbs` says.
  const ask = <T>(verb: string, ...args: readonly unknown[]): Promise<T> => {
    last += 1
    const replied = answer(last)
    child.send({ id: last, verb, args })
    return replied as Promise<T>
  }
  return {
    ask,
    call: (method, input, frame = 'page') => ask('invoke', method, input, frame),
    printed: () => output,
    async end() {
      if (child.connected) child.disconnect()
      await ended
    },
  }
}

/** Arguments of every call of that name, in order. */
export function callsOf(seen: Seen, name: string): readonly (readonly unknown[])[] {
  return seen.calls.filter(([made]) => made === name).map(([, ...args]) => args)
}
