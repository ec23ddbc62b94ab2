import { readBrat } from '../../../shared/exchange/brat/read-brat.ts'
import { readCsv } from '../../../shared/exchange/csv/read-csv.ts'
import type { ImportFormat } from '../../../shared/exchange/formats.ts'
import { readHypothesis } from '../../../shared/exchange/hypothesis/read-hypothesis.ts'
import type { ImportedSet } from '../../../shared/exchange/imported.ts'
import { readJsonld } from '../../../shared/exchange/jsonld/read-jsonld.ts'
import { readLabelStudio } from '../../../shared/exchange/label-studio/read-label-studio.ts'
import { withWords } from '../../../shared/exchange/old-words.ts'
import { recogniseImport } from '../../../shared/exchange/recognise.ts'
import { soundSet } from '../../../shared/exchange/sound-set.ts'
import type { ImportFailure, StoryFailure } from '../../../shared/failure.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { readDocx } from '../../exchange/docx/read-docx.ts'
import { decodeStory } from '../../storage/decode-story.ts'
import type { ImportFile } from '../../storage/import-file.ts'

/** What was read from a file of annotations. */
export interface ReadImport {
  readonly format: ImportFormat
  readonly set: ImportedSet
  /** The text that was annotated, as far as the file or the one beside it tells; null: not known. */
  readonly old: string | null
}

type Failed = ImportFailure | StoryFailure

const readers = {
  jsonld: readJsonld,
  hypothesis: readHypothesis,
  csv: readCsv,
  'label-studio': readLabelStudio,
} as const

/**
 * Reads annotations of another program. Nothing is believed of them yet but their form.
 * @param wanted the format; null: told by name and content
 */
export async function readImport(
  file: ImportFile,
  wanted: ImportFormat | null,
): Promise<Result<ReadImport, Failed>> {
  const isZip = file.bytes[0] === 0x50 && file.bytes[1] === 0x4b
  if (wanted === 'docx' || (wanted === null && isZip)) return readWord(file)
  const decoded = decodeStory(file.bytes, file.name)
  if (!decoded.ok) return err(notText(decoded.error, file.name))
  const { raw } = decoded.value
  const format = wanted ?? recogniseImport(raw, file.name)
  if (format === null) return err({ kind: 'import-unknown', file: file.name })
  const old = file.companion === null ? null : textOf(file.companion, file.name)
  const read =
    format === 'brat' ? readBrat(raw, file.name, old?.raw ?? null) : readers[format](raw, file.name)
  if (!read.ok) return read
  const set = old === null ? read.value : { ...read.value, marks: withWords(read.value.marks, old) }
  return ok({ format, set: soundSet(set), old: old?.text ?? null })
}

async function readWord({ name, bytes }: ImportFile): Promise<Result<ReadImport, Failed>> {
  const read = await readDocx(name, bytes)
  if (!read.ok) return read
  const { comments, story } = read.value
  return ok({ format: 'docx', set: soundSet(comments), old: story.text })
}

function notText(failure: StoryFailure, file: string): ImportFailure {
  const found =
    failure.kind === 'binary' ? failure.found : failure.kind === 'empty-story' ? 'empty' : 'damaged text'
  return { kind: 'import-not-text', file, found }
}

/** The annotated text with line feeds only, and how its positions change by that. */
function textOf(bytes: Uint8Array, name: string) {
  const decoded = decodeStory(bytes, name)
  return decoded.ok ? { raw: decoded.value.raw, text: decoded.value.raw.replace(/\r\n?/g, '\n') } : null
}
