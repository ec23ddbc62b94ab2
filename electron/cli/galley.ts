import { randomUUID } from 'node:crypto'
import { homedir, userInfo } from 'node:os'
import type { IsoTime } from '../../shared/units.ts'
import type { Io } from './io.ts'
import { run } from './run.ts'

/** The `galley` program: this process, handed to the command. */
const io: Io = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  home: homedir(),
  platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
  systemName,
  now: () => new Date().toISOString() as IsoTime,
  newId: () => `urn:uuid:${randomUUID()}`,
}

/** A container may run as a user whom the system does not know by name. */
function systemName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}

// The reader of a pipe may have seen enough (`galley text … | head`): no reason to end with a stack trace.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
process.exitCode = await run(process.argv.slice(2), io)
