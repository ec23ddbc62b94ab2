import { readBrat } from '../../../shared/exchange/brat/read-brat.ts'
import { readCsv } from '../../../shared/exchange/csv/read-csv.ts'
import type { ImportFormat } from '../../../shared/exchange/formats.ts'
import { readHypothesis } from '../../../shared/exchange/hypothesis/read-hypothesis.ts'
import type { ImportedSet } from '../../../shared/exchange/imported.ts'
import { readJsonld } from '../../../shared/exchange/jsonld/read-jsonld.ts'
import { readLabelStudio } from '../../../shared/exchange/label-studio/read-label-studio.ts'
import { withWords } from '../../../shared/exchange/old-words.ts'
import { placeImported } from '../../../shared/exchange/place-imported.ts'
import { recogniseImport } from '../../../shared/exchange/recognise.ts'
import { soundSet } from '../../../shared/exchange/sound-set.ts'
import { err, ok } from '../../../shared/result.ts'
import { readDocx } from '../docx/read-docx.ts'
import type { MarksJob, MarksRead, Outcome } from './job.ts'

const readers = {
  jsonld: readJsonld,
  hypothesis: readHypothesis,
  csv: readCsv,
  'label-studio': readLabelStudio,
} as const

/**
 * Reads annotations of another program and places them in the story. Nothing is believed of them but their form and
 * what the anchoring finds. Only the thread calls it. @throws what a reader did not foresee
 */
export async function readMarks(job: MarksJob): Promise<Outcome<'marks'>> {
  const { name, wanted, content, companion, text } = job
  if (typeof content !== 'string') return readWord(name, content, text)
  const format = wanted ?? recogniseImport(content, name)
  if (format === null) return err({ kind: 'import-unknown', file: name })
  if (format === 'docx') return err({ kind: 'reading-failed', file: name })
  const read = format === 'brat' ? readBrat(content, name, companion) : readers[format](content, name)
  if (!read.ok) return read
  if (companion === null) return ok(placed(format, read.value, null, text))
  const old = { raw: companion, text: companion.replace(/\r\n?/g, '\n') }
  const set = { ...read.value, marks: withWords(read.value.marks, old) }
  return ok(placed(format, set, old.text, text))
}

async function readWord(name: string, bytes: Uint8Array, text: string): Promise<Outcome<'marks'>> {
  const read = await readDocx(name, bytes)
  if (!read.ok) return read
  const { comments, story } = read.value
  return ok(placed('docx', comments, story.text, text))
}

function placed(format: ImportFormat, unsound: ImportedSet, old: string | null, text: string): MarksRead {
  const set = soundSet(unsound)
  return { format, set, old, placed: placeImported(set.marks, text, old) }
}
