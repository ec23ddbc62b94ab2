import type { LineEnds } from '../../shared/desk/contract-text.ts'
import type { StoryFailure } from '../../shared/failure.ts'
import { ok, type Result } from '../../shared/result.ts'
import { formatFacts } from '../../shared/story/formats.ts'
import { normaliseLineEnds } from '../../shared/story/line-ends.ts'
import { readStory } from '../../shared/story/read-story.ts'
import type { StoryParts, ThreadFormat } from '../exchange/reading/job.ts'
import type { ReadingThread } from '../exchange/reading/reading-thread.ts'
import { decodeMarkup } from '../storage/declared-encoding.ts'
import {
  decodeFile,
  type FileState,
  readStoryBytes,
  type StoryBytes,
  type StoryFile,
} from '../storage/story-file.ts'

/** A story with the state of its file that it was read from. */
export interface ReadStory extends StoryParts {
  readonly file: FileState
  /** What an edited text is written into; null: files of this format are only read. */
  readonly source: StoryFile | null
  /** As text is stored in the file; null: it is no text file. */
  readonly encoding: string | null
  readonly lineEnds: LineEnds
}

export interface ReadOptions {
  /** Of a web page everything, not only the article found in it. */
  readonly wholePage?: boolean
  /** Aborted: nobody waits for the story any more. */
  readonly signal?: AbortSignal
}

/** Reads stories of every format: plain text and Markdown at once, the others on a thread of their own. */
export class StoryReader {
  readonly #thread: ReadingThread

  constructor(thread: ReadingThread) {
    this.#thread = thread
  }

  /** @param file absolute path. */
  async read(file: string, options: ReadOptions = {}): Promise<Result<ReadStory, StoryFailure>> {
    const found = await readStoryBytes(file)
    return found.ok ? this.parse(found.value, options) : found
  }

  /** Makes the story of bytes that were read. */
  async parse(file: StoryBytes, options: ReadOptions = {}): Promise<Result<ReadStory, StoryFailure>> {
    const { bytes, ...state } = file
    const facts = formatFacts(file.name)
    const format = facts?.format ?? 'txt'
    if (format === 'txt' || format === 'md') {
      const source = decodeFile(file)
      return source.ok ? ok(ownStory(source.value)) : source
    }
    if (facts?.takes === 'bytes') {
      const parts = await this.#onThread(format, file.name, bytes, options)
      return parts.ok
        ? ok({ ...parts.value, file: state, source: null, encoding: null, lineEnds: 'LF' })
        : parts
    }
    const decoded = decodeMarkup(bytes, file.name)
    if (!decoded.ok) return decoded
    const { raw, encoding } = decoded.value
    const parts = await this.#onThread(format, file.name, raw, options)
    if (!parts.ok) return parts
    const { lineEnds } = normaliseLineEnds(raw)
    return ok({ ...parts.value, file: state, source: null, encoding, lineEnds })
  }

  #onThread(
    format: ThreadFormat,
    name: string,
    content: string | Uint8Array,
    { wholePage = false, signal }: ReadOptions,
  ): Promise<Result<StoryParts, StoryFailure>> {
    return this.#thread.read({ name, format, content, wholePage }, signal)
  }
}

/** A story whose text is its file. */
export function ownStory(source: StoryFile): ReadStory {
  const { raw, encoding, ...file } = source
  return {
    file,
    source,
    encoding,
    lineEnds: normaliseLineEnds(raw).lineEnds,
    story: readStory(source.name, raw),
    images: [],
    comments: null,
  }
}
