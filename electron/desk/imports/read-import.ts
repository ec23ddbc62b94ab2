import type { ImportFormat } from '../../../shared/exchange/formats.ts'
import type { ImportFailure, StoryFailure } from '../../../shared/failure.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { MarksJob, MarksRead, PlacesJob } from '../../exchange/reading/job.ts'
import type { ReadingThread } from '../../exchange/reading/reading-thread.ts'
import { decodeStory } from '../../storage/decode-story.ts'
import type { ImportFile } from '../../storage/import-file.ts'

type Failed = ImportFailure | StoryFailure

interface ReadImportOptions {
  readonly thread: ReadingThread
  /** The format; null: told by name and content. */
  readonly wanted: ImportFormat | null
  /** Of the story that the annotations are looked for in. */
  readonly text: string
  /** Aborted: nobody waits for it any more. */
  readonly signal: AbortSignal
}

/** Has the reading thread read annotations of another program and find them in a story. */
export async function readImport(
  file: ImportFile,
  { thread, signal, ...options }: ReadImportOptions,
): Promise<Result<MarksRead, Failed>> {
  const job = jobOf(file, options)
  if (!job.ok) return job
  const read = await thread.do('marks', job.value, signal)
  return read.ok ? read : err(ofImport(read.error))
}

/** Has the reading thread find annotations that were read before in another text of their story. */
export async function placeImport(
  thread: ReadingThread,
  job: PlacesJob,
): Promise<Result<MarksRead['placed'], Failed>> {
  const placed = await thread.do('places', job)
  return placed.ok ? placed : err(ofImport(placed.error))
}

function jobOf(
  { name, bytes, companion }: ImportFile,
  { wanted, text }: Pick<ReadImportOptions, 'wanted' | 'text'>,
): Result<MarksJob, ImportFailure> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (wanted === 'docx' || (wanted === null && isZip)) {
    return ok({ name, wanted, content: bytes, companion: null, text })
  }
  const decoded = decodeStory(bytes, name)
  if (!decoded.ok) return err(notText(decoded.error, name))
  const beside = companion === null ? null : decodeStory(companion, name)
  return ok({
    name,
    wanted,
    content: decoded.value.raw,
    companion: beside?.ok ? beside.value.raw : null,
    text,
  })
}

function notText(failure: StoryFailure, file: string): ImportFailure {
  const found =
    failure.kind === 'binary' ? failure.found : failure.kind === 'empty-story' ? 'empty' : 'damaged text'
  return { kind: 'import-not-text', file, found }
}

/** What ended the thread is said of the file of annotations, not of a story. */
function ofImport(failure: Failed): Failed {
  switch (failure.kind) {
    case 'reading-too-long':
      return { ...failure, kind: 'import-too-long' }
    case 'reading-too-big':
      return { ...failure, kind: 'import-too-big' }
    case 'reading-too-deep':
    case 'reading-failed':
      return { ...failure, kind: 'import-broken' }
    default:
      return failure
  }
}
