import path from 'node:path'
import type { OpenedStory } from '../../shared/desk/contract.ts'
import type { ExportFormat } from '../../shared/exchange/formats.ts'
import { exportFormats } from '../../shared/exchange/formats.ts'
import type { Failure } from '../../shared/failure.ts'
import { sentenceFor } from '../../shared/messages.ts'
import { ok } from '../../shared/result.ts'
import { BatchTally } from '../desk/batch-tally.ts'
import { command, type Given } from './command.ts'
import { atDesk, type CommandDesk } from './desk.ts'
import { printJson, progress, progressLine, sayLeftOut, sayStats, saySummary } from './export-summary.ts'
import { type Meant, makeFolder, shown, storiesMeant, Targets } from './export-targets.ts'
import { formatsOf, layersOf, pairOf, tagsOf } from './export-words.ts'
import { DONE, fail, type Io, NEEDS_A_PERSON, print, say } from './io.ts'
import { printable } from './printable.ts'
import { sayProblem } from './scheme-words.ts'
import { someStories } from './stories.ts'

const options = {
  to: { type: 'string', multiple: true },
  out: { type: 'string' },
  layers: { type: 'string', multiple: true },
  tags: { type: 'string', multiple: true },
  'no-notes': { type: 'boolean', default: false },
  compare: { type: 'string', multiple: true },
  json: { type: 'boolean', default: false },
  stats: { type: 'boolean', default: false },
} as const

export const exportReports = command({
  name: 'export',
  usage:
    'export STORY|FOLDER… --to FORMATS [--out DIR] [--layers NAMES] [--tags IDS] [--no-notes] [--compare NAMES]',
  summary:
    'Writes stories with their annotations as reports or data, and prints the name of each file written.',
  help: `  --to FORMATS     one or more, with commas between, of: ${exportFormats.join(', ')}
  --out DIR        folder to write into, made if it is not there; without it: beside each story
  --layers NAMES   only these annotators, by name or id, with commas between; may be repeated
  --tags IDS       only annotations with these tags, by id, with commas between; may be repeated
  --no-notes       without notes, fields and replies
  --compare NAMES  two annotators side by side, by name or id, with a comma between; html and pdf only
  --json           prints one object instead of the names: stories, done, files, skipped, leftOut, cancelled, seconds,
                   storiesPerSecond, peakMemoryMb
  --stats          says how many stories a second were exported, and with how much memory

A FOLDER stands for the stories that lie in it, not for those in its subfolders, nor for earlier exports. Ctrl-C ends
after the current file; nothing half is left. A story that can't be exported is named at the end, and the others go on.

The files are <story>.report.html and the like; <story>.txt.report.html where another story would have the same name. A
format of several files becomes a folder. An earlier export is replaced; a story, an annotation file, a file of tags
never is, nor what this same call has written.
pdf needs an installed Chrome, Chromium or Edge. What a format can't hold is said on standard error. Notes and fields
that a person keeps private in the window are in no export.
In CSV a cell that a spreadsheet would take for a formula begins with an apostrophe.
Exit code 0: all written; 1: something was not; 2: wrong use.
`,
  options,
  async run({ values, positionals }, io) {
    const words = someStories(positionals)
    if ('wrongUse' in words) return words
    const formats = formatsOf(values.to ?? [])
    if ('wrongUse' in formats) return formats
    const meant = await storiesMeant(words, io)
    if (!meant.ok) return fail(io, meant.error)
    const out = values.out === undefined ? null : path.resolve(io.cwd, values.out)
    const made = out === null ? ok(null) : await makeFolder(out)
    if (!made.ok) return fail(io, made.error)
    const tally = new BatchTally()
    const targets = new Targets(out, meant.value.stories, tally)
    return atDesk(io, { chooseExportTarget: targets.choose }, (desk) =>
      exportAll(desk, { ...meant.value, formats, values, targets, tally }, io),
    )
  },
})

interface Job extends Meant {
  readonly formats: readonly ExportFormat[]
  readonly values: Given<typeof options>['values']
  readonly targets: Targets
  readonly tally: BatchTally
}

async function exportAll(desk: CommandDesk, job: Job, io: Io): Promise<number> {
  const { stories, folders, tally, values } = job
  const began = performance.now()
  const files: string[] = []
  let cancelled = false
  const stopListening = io.onInterrupt(() => {
    cancelled = true
  })
  let done = 0
  // One after the other, each closed before the next is opened: memory stays that of one story.
  for (const story of stories) {
    if (cancelled) break
    if (folders) progress(io, printable(progressLine(done, stories.length, story)))
    await exportOne(
      desk,
      job,
      story,
      () => cancelled,
      (file) => {
        files.push(file)
        // On a terminal the line of progress stands where the names would run through.
        if (!values.json && !(folders && io.stdout.isTTY === true)) print(io, `${file}\n`)
      },
      io,
    )
    done += 1
  }
  stopListening()
  if (folders) progress(io, '')
  const { skipped, leftOut } = tally.summary()
  const seconds = (performance.now() - began) / 1000
  const run = { stories: stories.length, done, files, skipped, leftOut, cancelled, seconds }
  if (values.json) printJson(run, io)
  else sayLeftOut(run, io)
  if (!values.json && (folders || cancelled)) saySummary(run, io)
  if (values.stats && !values.json) sayStats(run, io)
  return skipped.length > 0 || cancelled ? NEEDS_A_PERSON : DONE
}

/** What fails is said at once where the stories were named one by one, else in the summary. */
async function exportOne(
  { api, open }: CommandDesk,
  { formats, values, targets, tally, folders }: Job,
  story: string,
  isCancelled: () => boolean,
  wrote: (file: string) => void,
  io: Io,
): Promise<void> {
  const skip = (format: ExportFormat | null, why: Failure) => {
    tally.skip({ story, format, why })
    if (!folders && !values.json) fail(io, why)
  }
  const opened = await open(story)
  if (!opened.ok) return skip(null, opened.error)
  if (opened.value.unreadable.length > 0 || opened.value.scheme.problem !== null) progress(io, '')
  for (const unreadable of opened.value.unreadable) say(io, sentenceFor(unreadable))
  sayProblem(opened.value.scheme, io)
  targets.story = opened.value.story.name
  const choice = choiceOf(opened.value, values)
  if (!choice.ok) skip(null, choice.error)
  for (const format of choice.ok ? formats : []) {
    if (isCancelled() || !choice.ok) break
    const written = await api.exportStory({ story: opened.value.id, format, ...choice.value })
    if (!written.ok) skip(format, written.error)
    else if (written.value === null) skip(format, { kind: 'export-twice', file: path.basename(targets.last) })
    else {
      tally.wrote(format, written.value.leftOut)
      wrote(shown(targets.last, io))
    }
  }
  await api.closeStory({ story: opened.value.id })
}

function choiceOf({ layers }: OpenedStory, values: Job['values']) {
  const chosen = layersOf(layers, values.layers ?? [])
  if (!chosen.ok) return chosen
  const compare = pairOf(layers, values.compare ?? [])
  if (!compare.ok) return compare
  return ok({
    layers: chosen.value,
    tags: tagsOf(values.tags ?? []),
    notes: !values['no-notes'],
    compare: compare.value,
  })
}
