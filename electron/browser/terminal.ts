/** What the browser host needs of the terminal that it was started in. */
export interface Terminal {
  /** One line on standard output: launch addresses, nothing else. */
  out(line: string): void
  /** One line on standard error, for the person. */
  say(line: string): void
  /** Listens for Enter; returns how to stop. */
  onEnter(listener: () => void): () => void
  /** Listens once for Ctrl-C, the terminal being closed, or a polite kill; returns how to stop. */
  onInterrupt(listener: () => void): () => void
}

/** The streams of a process, as `process` has them. */
export interface Streams {
  readonly stdin: NodeJS.ReadableStream
  readonly stdout: NodeJS.WritableStream
  readonly stderr: NodeJS.WritableStream
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** The terminal of this process. A second Ctrl-C finds no listener and ends the process at once. */
export function processTerminal(streams: Streams): Terminal {
  return {
    out: (line) => streams.stdout.write(`${line}\n`),
    say: (line) => streams.stderr.write(`${line}\n`),
    onEnter(listener) {
      const read = (chunk: Buffer | string): void => {
        if (chunk.toString().includes('\n')) listener()
      }
      // Standard input that is missing or ends is no reason to stop.
      const ignore = (): void => {}
      streams.stdin.on('data', read).on('error', ignore)
      return () => {
        streams.stdin.off('data', read)
        streams.stdin.pause()
      }
    },
    onInterrupt(listener) {
      const stop = (): void => {
        for (const signal of SIGNALS) process.off(signal, interrupted)
      }
      const interrupted = (): void => {
        stop()
        listener()
      }
      for (const signal of SIGNALS) process.on(signal, interrupted)
      return stop
    },
  }
}
