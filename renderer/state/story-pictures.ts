import type { DeskApi } from '../../shared/desk/contract.ts'
import { sentenceFor } from '../../shared/messages.ts'
import type { StoryId } from '../../shared/units.ts'
import type { ShownPicture } from '../editor/editor-options.ts'

/** The pictures of an open story, each asked for once. */
export interface StoryPictures {
  show(source: string): Promise<ShownPicture>
  /** The story was closed. */
  forget(): void
}

export function createStoryPictures(desk: Pick<DeskApi, 'storyImage'>, story: StoryId): StoryPictures {
  const known = new Map<string, Promise<ShownPicture>>()

  async function ask(source: string): Promise<ShownPicture> {
    const reply = await desk.storyImage({ story, source })
    if (!reply.ok) return { problem: sentenceFor(reply.error) }
    const { base64, mediaType } = reply.value
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    return { url: URL.createObjectURL(new Blob([bytes], { type: mediaType })) }
  }

  return {
    show(source) {
      const shown = known.get(source) ?? ask(source)
      known.set(source, shown)
      return shown
    },
    forget() {
      for (const shown of known.values()) {
        void shown.then((picture) => 'url' in picture && URL.revokeObjectURL(picture.url))
      }
      known.clear()
    },
  }
}
