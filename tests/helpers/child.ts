import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { inject } from 'vitest'

/** A user without rights on anything, for tests of permissions that root would walk through. */
export const NOBODY = 65534

export interface RunningChild {
  readonly process: ChildProcess
  /** Settles when the process is gone; what it wrote to stderr. */
  readonly ended: Promise<{ readonly code: number | null; readonly errors: string }>
}

export interface ChildOptions {
  readonly onLine?: (line: string) => void
  /** Run without root's rights; nothing changes where the tests are not run by root. */
  readonly unprivileged?: boolean
}

/** Starts a built child program; its argument travels as JSON. */
export function startChild(name: string, argument: unknown, options: ChildOptions = {}): RunningChild {
  const file = path.join(inject('children'), `${name}.mjs`)
  const drop = options.unprivileged === true && process.getuid?.() === 0
  const child = spawn(process.execPath, [file, JSON.stringify(argument)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(drop ? { uid: NOBODY, gid: NOBODY } : {}),
  })
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) options.onLine?.(line)
  })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk
  })
  const ended = new Promise<{ code: number | null; errors: string }>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, errors }))
  })
  return { process: child, ended }
}
