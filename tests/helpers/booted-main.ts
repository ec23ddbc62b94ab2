import { fork } from 'node:child_process'
import path from 'node:path'

const children = path.join(import.meta.dirname, 'children')

/** The built main process, running under the stand-in `electron` in a process of its own. */
export interface BootedMain {
  /** Does one verb of `children/booted-main.mjs` there. */
  // biome-ignore lint/suspicious/noExplicitAny: the answers are compared as whole values
  ask(verb: string, ...args: readonly unknown[]): Promise<any>
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
  return {
    ask(verb, ...args) {
      last += 1
      const replied = answer(last)
      child.send({ id: last, verb, args })
      return replied
    },
    printed: () => output,
    async end() {
      if (child.connected) child.disconnect()
      await ended
    },
  }
}
