// Runs Electron and finds out whether its window came.
import { spawn } from 'node:child_process'
import { reasonIn } from './reason.mjs'

const MARKS = ['galley: ready', 'galley: handed over']

/**
 * What a process hears of the terminal.
 * @typedef {object} Signals
 * @property {(name: 'SIGINT', listener: () => void) => unknown} on
 * @property {(name: 'SIGINT', listener: () => void) => unknown} removeListener
 */

/**
 * @typedef {object} Running
 * @property {string} program
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} [env]
 * @property {Signals} [signals]
 * @property {{ write(text: string): unknown }} [out]
 * @property {{ write(text: string): unknown }} [err]
 */

/**
 * Resolves when Electron ended. It was ready if its window showed, or if it handed its files to a Galley that already
 * runs. Until then its complaints are held back, so that the person reads one line; afterwards they pass.
 * @param {Running} running
 * @returns {Promise<{ ready: true, code: number } | { ready: false, reason: string }>}
 */
export function runElectron({
  program,
  args,
  env = process.env,
  signals = process,
  out = process.stdout,
  err = process.stderr,
}) {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = env
  const child = spawn(program, args, {
    stdio: ['inherit', 'pipe', 'pipe'],
    env: { ...rest, GALLEY_SAY_READY: '1' },
  })
  let ready = false
  let errors = ''
  let stopped = false
  child.stderr.on('data', (chunk) => {
    if (ready) err.write(chunk)
    else errors += chunk
  })
  let unfinished = ''
  child.stdout.on('data', (chunk) => {
    const lines = `${unfinished}${chunk}`.split('\n')
    unfinished = lines.pop() ?? ''
    for (const line of lines) {
      if (MARKS.includes(line.trim())) {
        if (!ready) err.write(errors)
        ready = true
      } else out.write(`${line}\n`)
    }
  })
  // The terminal sends Ctrl-C to Electron as well; being alive here lets us say what happened.
  const interrupted = () => {
    stopped = true
    child.kill('SIGTERM')
  }
  signals.on('SIGINT', interrupted)

  return new Promise((resolve) => {
    const finish = (outcome) => {
      signals.removeListener('SIGINT', interrupted)
      out.write(unfinished)
      unfinished = ''
      resolve(outcome)
    }
    child.once('error', (error) => finish({ ready: false, reason: error.message }))
    child.once('close', (code, signal) => {
      if (ready) finish({ ready: true, code: code ?? 0 })
      else if (stopped) finish({ ready: false, reason: 'stopped by Ctrl-C' })
      else
        finish({
          ready: false,
          reason: reasonIn(errors, signal ? `ended by ${signal}` : `exit code ${code}`),
        })
    })
  })
}
