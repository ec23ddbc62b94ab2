import { homedir } from 'node:os'
import path from 'node:path'
import { processTerminal } from '../browser/terminal.ts'
import { systemDeps } from '../desk/system-deps.ts'
import type { Io } from './io.ts'
import { run } from './run.ts'

/** The `galley` program: this process, handed to the command. */
const io: Io = {
  ...systemDeps,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  home: homedir(),
  // Seen from dist/cli/galley.js.
  readerProgram: path.join(import.meta.dirname, '../reader/index.cjs'),
  onInterrupt: (listener) => processTerminal(process).onInterrupt(listener),
}

// The reader of a pipe may have seen enough (`galley text … | head`): no reason to end with a stack trace.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
process.exitCode = await run(process.argv.slice(2), io)
