import type { Platform } from '../../shared/desk/contract.ts'
import type { Failure } from '../../shared/failure.ts'
import { sentenceFor } from '../../shared/messages.ts'
import type { IsoTime } from '../../shared/units.ts'
import type { Streams } from '../browser/terminal.ts'
import { printable } from './printable.ts'

/** Everything that a command needs from outside; the real one is made in galley.ts. */
export interface Io extends Streams {
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  /** Working folder, absolute: file names are taken from here. */
  readonly cwd: string
  readonly home: string
  readonly platform: Platform
  /** The built program of the thread that reads files of other programs; absolute. */
  readonly readerProgram: string
  /** The person's name as the system knows it; may be empty. */
  systemName(): string
  now(): IsoTime
  /** A fresh `urn:uuid:…`. */
  newId(): string
  /** Listens once for Ctrl-C, the terminal being closed, or a polite kill; returns how to stop. */
  onInterrupt(listener: () => void): () => void
}

type Output = NodeJS.WritableStream & { readonly isTTY?: boolean | undefined }

/** How a command ended, as its exit code. 2, wrong use, is a {@link WrongUse}. */
export const DONE = 0
export const NEEDS_A_PERSON = 1

/** The command was called wrongly; the usage is shown with it. */
export interface WrongUse {
  readonly wrongUse: string
}

/** Data, to standard output, exactly as given. */
export function print(io: Io, text: string): void {
  io.stdout.write(text)
}

/** Sentences for the person, to standard error. */
export function say(io: Io, sentence: string): void {
  io.stderr.write(`${paint(io, io.stderr, 'red', 'galley:')} ${printable(sentence)}\n`)
}

/** Says what went wrong; the exit code for it. */
export function fail(io: Io, failure: Failure): number {
  if (failure.kind === 'quote-ambiguous') sayPlaces(io, failure)
  else say(io, sentenceFor(failure))
  return NEEDS_A_PERSON
}

/** In the window the places stand in a sentence; here there are options to name, and a line for each place. */
function sayPlaces(io: Io, { file, quote, places }: Extract<Failure, { kind: 'quote-ambiguous' }>): void {
  say(
    io,
    `These words stand ${places.length} times in “${file}”: “${quote}”. Say which by --prefix, --suffix or one of these:`,
  )
  for (const { start, end, context } of places) {
    io.stderr.write(`  --range ${start}-${end}  “${printable(context).trim()}”\n`)
  }
}

// SGR sequences of ECMA-48: on, off.
const STYLES = { red: [31, 39], yellow: [33, 39], dim: [2, 22], bold: [1, 22] } as const

/** Colours words where a person looks on: a terminal, and NO_COLOR (no-color.org) is not set. */
export function paint(io: Io, output: Output, style: keyof typeof STYLES, words: string): string {
  if (output.isTTY !== true || (io.env.NO_COLOR ?? '') !== '' || io.env.TERM === 'dumb') return words
  const [on, off] = STYLES[style]
  return `\u001B[${on}m${words}\u001B[${off}m`
}
