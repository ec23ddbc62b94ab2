// Runs Electron and finds out whether its window came.
import { spawn } from 'node:child_process'
import { reasonIn } from './reason.mjs'

const MARKS = ['galley: ready', 'galley: handed over']

/**
 * Resolves when Electron ended: `{ ready: true, code }`, or `{ ready: false, reason }` if it ended before its window
 * showed and before it handed its files to a Galley that already runs. Until then its complaints are held back, so
 * that the person reads one line; afterwards they pass.
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
