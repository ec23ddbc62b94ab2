import fsp from 'node:fs/promises'
import path from 'node:path'
import type { Layer } from '../../shared/annotation/annotation.ts'
import type { ExportFormat } from '../../shared/desk/contract.ts'
import type { Failure } from '../../shared/failure.ts'
import { sentenceFor } from '../../shared/messages.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { AnnotatorId } from '../../shared/units.ts'
import { saveFailure } from '../storage/io-error.ts'
import { command } from './command.ts'
import { atDesk, type CommandDesk } from './desk.ts'
import { DONE, fail, type Io, NEEDS_A_PERSON, print, say, type WrongUse } from './io.ts'
import { sayProblem } from './scheme-words.ts'
import { someStories } from './stories.ts'

const FORMATS: readonly ExportFormat[] = ['html', 'csv', 'jsonld']

export const exportReports = command({
  name: 'export',
  usage: 'export STORY… --to html,csv,jsonld [--out DIR] [--layers NAMES]',
  summary: 'Writes reports of stories with their annotations, and prints the name of each file written.',
  help: `  --to FORMATS    one or more of: html (annotated report), csv (one row per annotation), jsonld (W3C collection)
  --out DIR       folder to write into, made if it is not there; without it: beside each story
  --layers NAMES  only these annotators, by name or id, with commas between; may be repeated

The files are <story>.report.html, <story>.annotations.csv and <story>.annotations.jsonld. One that is there
already is replaced. A story or an annotation file never is, nor a report that this same call has written.
In CSV a cell that a spreadsheet would take for a formula begins with an apostrophe.
Exit code 0: all written; 1: something was not; 2: wrong use.
`,
  options: {
    to: { type: 'string', multiple: true },
    out: { type: 'string' },
    layers: { type: 'string', multiple: true },
  },
  async run({ values, positionals }, io) {
    const stories = someStories(positionals)
    if ('wrongUse' in stories) return stories
    const formats = formatsOf(values.to ?? [])
    if ('wrongUse' in formats) return formats
    const out = values.out === undefined ? null : path.resolve(io.cwd, values.out)
    const made = out === null ? ok(null) : await makeFolder(out)
    if (!made.ok) return fail(io, made.error)
    const targets = new Targets(out)
    return atDesk(io, { chooseExportTarget: targets.choose }, async (desk) => {
      let worst = DONE
      for (const story of stories) {
        const code = await exportOne(desk, { story, formats, layers: values.layers ?? [], targets }, io)
        worst = Math.max(worst, code)
      }
      return worst
    })
  },
})

/** Where reports go, and which files this call has written so far. */
class Targets {
  readonly #out: string | null
  readonly #taken = new Set<string>()
  /** The last one chosen, absolute. */
  last = ''

  /** `out` null: beside each story. */
  constructor(out: string | null) {
    this.#out = out
  }

  /** null: this call wrote a file of that name already, for another story. */
  readonly choose = async (name: string, folder: string): Promise<string | null> => {
    this.last = path.join(this.#out ?? folder, name)
    // Two names that differ only in case or in form are one file on many disks.
    const key = this.last.normalize('NFC').toLowerCase()
    if (this.#taken.has(key)) return null
    this.#taken.add(key)
    return this.last
  }
}

interface Job {
  readonly story: string
  readonly formats: readonly ExportFormat[]
  readonly layers: readonly string[]
  readonly targets: Targets
}

async function exportOne({ api, open }: CommandDesk, job: Job, io: Io): Promise<number> {
  const opened = await open(job.story)
  if (!opened.ok) return fail(io, opened.error)
  for (const unreadable of opened.value.unreadable) say(io, sentenceFor(unreadable))
  sayProblem(opened.value.scheme, io)
  const layers = chosenLayers(opened.value.layers, job.layers)
  if (!layers.ok) return fail(io, layers.error)
  let worst = DONE
  for (const format of job.formats) {
    const written = await api.exportStory({ story: opened.value.id, format, layers: layers.value })
    const file = shown(job.targets.last, io)
    if (written.ok && written.value !== null) print(io, `${file}\n`)
    else if (!written.ok) worst = fail(io, written.error)
    else {
      say(
        io,
        `“${file}” was just written for another story and is not replaced. Export “${job.story}” by itself, to another folder.`,
      )
      worst = NEEDS_A_PERSON
    }
  }
  await api.closeStory({ story: opened.value.id })
  return worst
}

function formatsOf(words: readonly string[]): readonly ExportFormat[] | WrongUse {
  const wanted = words.flatMap((word) => word.split(',')).map((word) => word.trim())
  const formats = FORMATS.filter((format) => wanted.includes(format))
  const unknown = wanted.find((word) => !FORMATS.some((format) => format === word))
  if (unknown !== undefined) {
    return { wrongUse: `There is no format “${unknown}”. Choose from: ${FORMATS.join(', ')}.` }
  }
  return formats.length === 0 ? { wrongUse: `Say which formats with --to ${FORMATS.join(',')}.` } : formats
}

/** By exact name or id; null: all. A name may itself hold a comma, so the whole word is tried first. */
function chosenLayers(
  layers: readonly Layer[],
  words: readonly string[],
): Result<readonly AnnotatorId[] | null, Failure> {
  if (words.length === 0) return ok(null)
  const called = (name: string) =>
    layers.filter(
      (layer) => layer.annotator === name || layer.name.normalize('NFC') === name.normalize('NFC'),
    )
  const names = words.flatMap((word) =>
    called(word).length > 0 ? [word] : word.split(',').map((name) => name.trim()),
  )
  const unknown = names.find((name) => called(name).length === 0)
  if (unknown !== undefined) {
    return err({ kind: 'unknown-layer', layer: unknown, known: layers.map((layer) => layer.name) })
  }
  return ok([...new Set(names.flatMap(called).map((layer) => layer.annotator))])
}

async function makeFolder(folder: string): Promise<Result<null, Failure>> {
  try {
    await fsp.mkdir(folder, { recursive: true })
    return ok(null)
  } catch (error) {
    return err(saveFailure(error, path.basename(folder)))
  }
}

/** From the working folder where the file lies below it, else absolute. */
function shown(file: string, { cwd }: Io): string {
  const relative = path.relative(cwd, file)
  return relative.startsWith('..') || path.isAbsolute(relative) ? file : relative
}
