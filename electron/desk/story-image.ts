import path from 'node:path'
import type { ShownImage } from '../../shared/desk/contract-text.ts'
import type { ImageFailure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { isRemoteImage } from '../../shared/story/image-source.ts'
import { inlineImage, isInline } from '../exchange/reading/inline-images.ts'
import { checkPicture, readPicture } from '../storage/story-picture.ts'
import type { ReadStory } from './story-reader.ts'

// A source that nobody can read is no name for a sentence.
const MOST_LETTERS = 200

/**
 * A picture of a story: inside its document, or beside it.
 * @param source one that the story names; nothing else is looked for, whoever asks.
 */
export async function storyImage(
  { file, story, images }: ReadStory,
  source: string,
): Promise<Result<ShownImage, ImageFailure>> {
  if (!story.images.some((image) => image.source === source)) {
    return err({ kind: 'image-missing', file: source.slice(0, MOST_LETTERS) })
  }
  const inside = images.find((image) => image.source === source)
  // Markdown, which is read in place, may hold a picture so.
  const embedded = inside ?? (isInline(source) ? inlineImage(source, 1) : undefined)
  // What a document does not hold is not looked for beside it.
  const isLost = story.format === 'docx' && !isRemoteImage(source)
  if (embedded === undefined && isLost) return err({ kind: 'image-unknown', file: source })
  const read = embedded
    ? checkPicture(embedded.bytes, embedded.source)
    : await readPicture(path.dirname(file.path), source)
  if (!read.ok) return read
  const { bytes, mediaType } = read.value
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')
  return ok({ mediaType, base64 })
}
