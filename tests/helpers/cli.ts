import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { inject } from 'vitest'
import type { Io } from '../../electron/cli/io.ts'
import { run } from '../../electron/cli/run.ts'
import type { IsoTime } from '../../shared/units.ts'

/** What a command left behind. */
interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** `galley` with these words, in its folder. */
export type CommandLine = (...words: string[]) => Promise<Ended>

/** A `galley` whose working folder is `folder` and whose data lies in `folder/.data`, as in a pipe or a terminal. */
export function commandLine(folder: string, { terminal = false, env = {} } = {}): CommandLine {
  return async (...words) => {
    const [out, err] = [new Collector(terminal), new Collector(terminal)]
    const io: Io = {
      stdin: new PassThrough(),
      stdout: out,
      stderr: err,
      env: { GALLEY_DATA: path.join(folder, '.data'), ...env },
      cwd: folder,
      home: folder,
      platform: 'linux',
      readerProgram: path.join(inject('children'), 'reader.mjs'),
      systemName: () => 'jane',
      now: () => '2026-11-20T10:04:00Z' as IsoTime,
      newId: () => `urn:uuid:${randomUUID()}`,
      onInterrupt: () => () => {},
    }
    const code = await run(words, io)
    return { code, out: out.text, err: err.text }
  }
}

class Collector extends Writable {
  text = ''
  readonly isTTY: boolean

  constructor(isTTY: boolean) {
    super({ decodeStrings: false })
    this.isTTY = isTTY
  }

  override _write(chunk: string | Buffer, _encoding: string, done: () => void): void {
    this.text += String(chunk)
    done()
  }
}
