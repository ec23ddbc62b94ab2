import type { ImageFailure } from '../failure.ts'
import { unreachable } from '../result.ts'
import { quoted, sizes } from './words.ts'

/** A picture of a story can't be shown. */
export function imageSentence(failure: ImageFailure): string {
  const picture = `The picture ${quoted(failure.file)}`
  switch (failure.kind) {
    case 'image-remote':
      return `${picture} lies on the network and is not fetched. Save it beside the story to see it here.`
    case 'image-missing':
      return `${picture} is not there. Put it where the story says to see it here.`
    case 'image-outside':
      return `${picture} lies outside the story’s folder and is not opened. Copy it there to see it here.`
    case 'image-unknown':
      return `${picture} is not of a kind that is shown. Save it as PNG, JPEG, GIF, WebP or AVIF to see it here.`
    case 'image-too-large':
      return `${picture} is too large: ${sizes(failure)}. Save it smaller to see it here.`
    default:
      return unreachable(failure)
  }
}
