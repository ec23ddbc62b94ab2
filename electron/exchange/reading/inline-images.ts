import type { Story, StoryImage } from '../../../shared/story/story.ts'
import type { EmbeddedImage } from '../docx/read-docx.ts'

/**
 * Takes the pictures out of a story that names them by their very bytes (`data:`, RFC 2397), so that a story stays
 * text and its pictures come when they are looked at. Each gets a short name instead; the same bytes one name.
 */
export function takeInlineImages(story: Story): {
  readonly story: Story
  readonly images: readonly EmbeddedImage[]
} {
  if (!story.images.some(({ source }) => isInline(source))) return { story, images: [] }
  const taken = new Map<string, EmbeddedImage>()
  const images = story.images.map((image): StoryImage => {
    if (!isInline(image.source)) return image
    const known = taken.get(image.source) ?? inlineImage(image.source, taken.size + 1)
    taken.set(image.source, known)
    return { ...image, source: known.source }
  })
  return { story: { ...story, images }, images: [...taken.values()] }
}

/** Is the picture named by its very bytes? */
export function isInline(source: string): boolean {
  return /^data:/i.test(source)
}

/** @param number for its name */
export function inlineImage(source: string, number: number): EmbeddedImage {
  const comma = source.indexOf(',')
  const head = source.slice('data:'.length, Math.max(0, comma))
  const content = comma < 0 ? '' : source.slice(comma + 1)
  const [mediaType = ''] = head.split(';', 1)
  return { source: `inline picture ${number}`, mediaType, bytes: bytesOf(content, /;\s*base64$/i.test(head)) }
}

/** None where they are broken: then the picture is of no kind that is shown. */
function bytesOf(content: string, isBase64: boolean): Uint8Array {
  try {
    const text = decodeURIComponent(content)
    // A copy of its own, not a part of a pool that other threads know nothing of.
    return new Uint8Array(Buffer.from(text, isBase64 ? 'base64' : 'latin1'))
  } catch {
    return new Uint8Array()
  }
}
