import type { Story, StoryImage } from '../../../shared/story/story.ts'
import type { Picture } from './clean-package.ts'

/** A picture that lies in the document. */
export interface EmbeddedImage {
  /** As the image block of the story names it: the name of a part, e.g. `word/media/image1.png`. */
  readonly source: string
  /** By the first bytes, never by the name. */
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** The images of a story with their sources, and those whose bytes can be shown. */
export interface StoryPictures {
  readonly images: readonly StoryImage[]
  readonly embedded: readonly EmbeddedImage[]
  /** In forms that no window shows, such as EMF, or missing in the document. */
  readonly unshown: number
  /** Files on the writer's computer. */
  readonly elsewhere: number
}

/** @param bytesOf a part of the document; null: there is none of that name */
export function storyPictures(
  images: Story['images'],
  pictures: readonly Picture[],
  bytesOf: (part: string) => Uint8Array | null,
): StoryPictures {
  const embedded = new Map<string, EmbeddedImage>()
  const tried = new Set<string>()
  let unshown = 0
  let elsewhere = 0
  const named = images.map(({ at, source: number }): StoryImage => {
    const picture = pictures[Number(number === '' ? -1 : number)]
    const source = picture?.source ?? ''
    if (picture?.isExternal) {
      if (source === '') elsewhere++
      return { at, source }
    }
    if (!tried.has(source)) {
      tried.add(source)
      const bytes = source === '' ? null : bytesOf(source)
      const mediaType = bytes === null ? null : mediaTypeOf(bytes)
      if (bytes !== null && mediaType !== null) embedded.set(source, { source, mediaType, bytes })
    }
    if (!embedded.has(source)) unshown++
    return { at, source }
  })
  return { images: named, embedded: [...embedded.values()], unshown, elsewhere }
}

const beginnings: readonly (readonly [mediaType: string, head: string])[] = [
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/gif', 'GIF8'],
  ['image/bmp', 'BM'],
]

/** Of the forms that a browser shows and that run nothing; null: another. */
function mediaTypeOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'image/webp'
  return beginnings.find(([, start]) => head.startsWith(start))?.[0] ?? null
}
