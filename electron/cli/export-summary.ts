import path from 'node:path'
import type { FormatLeftOut, Skipped } from '../../shared/desk/contract-export.ts'
import { sentenceForLeftOut } from '../../shared/messages/left-out.ts'
import { sentenceFor } from '../../shared/messages.ts'
import { type Io, print, say } from './io.ts'

/** What a call of `galley export` came to. */
export interface ExportRun {
  /** Stories that were meant. */
  readonly stories: number
  /** Stories that it came to. */
  readonly done: number
  /** Names of what was written, as printed. */
  readonly files: readonly string[]
  readonly skipped: readonly Skipped[]
  readonly leftOut: readonly FormatLeftOut[]
  readonly cancelled: boolean
  readonly seconds: number
}

/** What was left out, a sentence for each kind and format. */
export function sayLeftOut({ leftOut }: Pick<ExportRun, 'leftOut'>, io: Io): void {
  for (const { format, leftOut: kinds } of leftOut) {
    for (const kind of kinds) say(io, `${format}: ${sentenceForLeftOut(kind)}`)
  }
}

/** How many of the stories of a folder were exported, and what was not, and why. */
export function saySummary({ stories, done, files, skipped, cancelled }: ExportRun, io: Io): void {
  const names = new Set(skipped.map(({ story }) => story))
  const whole = done - names.size
  const what = files.length === 1 ? '1 file' : `${files.length} files`
  const how = cancelled ? 'Cancelled: ' : ''
  say(io, `${how}${whole} of ${count(stories)} exported whole, ${what} written.`)
  for (const { story, format, why } of skipped) {
    say(io, `${story}${format === null ? '' : `, ${format}`}: ${sentenceFor(why)}`)
  }
}

/** Speed and memory, for a person who wonders. */
export function sayStats(run: ExportRun, io: Io): void {
  const { storiesPerSecond, peakMemoryMb } = figures(run)
  say(
    io,
    `${run.seconds.toFixed(1)} s, ${storiesPerSecond} stories a second, at most ${peakMemoryMb} MB of memory.`,
  )
}

/** The same for programs. */
export function printJson(run: ExportRun, io: Io): void {
  const said = {
    ...run,
    skipped: run.skipped.map(({ story, format, why }) => {
      return { story, format, kind: why.kind, sentence: sentenceFor(why) }
    }),
    leftOut: run.leftOut.flatMap(({ format, leftOut }) =>
      leftOut.map((one) => ({ format, kind: one.kind, count: one.count, sentence: sentenceForLeftOut(one) })),
    ),
    ...figures(run),
  }
  print(io, `${JSON.stringify(said, null, 2)}\n`)
}

/** The line that a terminal shows while it works; empty takes it away. */
export function progress(io: Io, words: string): void {
  if (io.stderr.isTTY !== true) return
  // ECMA-48: to the line's start, erase it.
  io.stderr.write(`\r\u001B[2K${words}`)
}

/** `12 of 500 council.txt` */
export function progressLine(done: number, total: number, story: string): string {
  return `${done + 1} of ${total} ${path.basename(story)}`
}

function figures({ done, seconds }: ExportRun) {
  // Kilobytes on every system that Node runs on.
  const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024)
  return { storiesPerSecond: Math.round((done / Math.max(seconds, 0.001)) * 10) / 10, peakMemoryMb }
}

function count(stories: number): string {
  return stories === 1 ? '1 story' : `${stories} stories`
}
