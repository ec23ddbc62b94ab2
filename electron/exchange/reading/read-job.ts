import type { StoryFailure } from '../../../shared/failure.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Story } from '../../../shared/story/story.ts'
import { readDocx } from '../docx/read-docx.ts'
import { readHtml } from '../html/read-html.ts'
import { readNinjs } from '../wires/read-ninjs.ts'
import { readNitf } from '../wires/read-nitf.ts'
import { takeInlineImages } from './inline-images.ts'
import type { ReadJob, StoryParts } from './job.ts'

/** Reads a file with the reader of its format. Only the thread calls it. @throws what a reader did not foresee */
export async function readJob(job: ReadJob): Promise<Result<StoryParts, StoryFailure>> {
  const read = await readFormat(job)
  if (read.ok && read.value.story.text.trim() === '') return err({ kind: 'empty-story', file: job.name })
  return read
}

async function readFormat(job: ReadJob): Promise<Result<StoryParts, StoryFailure>> {
  const { name, format, content, wholePage } = job
  if (typeof content !== 'string') {
    return format === 'docx' ? readDocument(name, content) : err({ kind: 'reading-failed', file: name })
  }
  switch (format) {
    case 'html':
      return ok({ ...takeInlineImages(readHtml(name, content, { wholePage })), comments: null })
    case 'ninjs':
      return alone(readNinjs(name, content))
    case 'nitf':
      return alone(readNitf(name, content))
    default:
      return err({ kind: 'reading-failed', file: name })
  }
}

/** What is lost of the comments is said with what is lost of the text. */
async function readDocument(name: string, bytes: Uint8Array): Promise<Result<StoryParts, StoryFailure>> {
  const read = await readDocx(name, bytes)
  if (!read.ok) return read
  const { story, comments, images } = read.value
  const warnings = [...story.warnings, ...comments.warnings]
  return ok({ story: { ...story, warnings }, comments, images })
}

function alone(read: Result<Story, StoryFailure>): Result<StoryParts, StoryFailure> {
  return read.ok ? ok({ story: read.value, images: [], comments: null }) : read
}
