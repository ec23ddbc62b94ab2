import path from 'node:path'
import { builtInTags, type Tag, type TagScheme } from '../../shared/tags.ts'
import type { StoryId } from '../../shared/units.ts'
import type { Audience } from './audience.ts'
import { Queue } from './queue.ts'
import { schemeOf } from './scheme.ts'

interface StoryTagsOptions {
  readonly id: StoryId
  /** Real path of the story. */
  readonly path: string
  readonly audience: Audience
  /** This person's own tags; null: none. */
  ownTags(): Promise<readonly Tag[] | null>
}

/** The tags of an open story. */
export class StoryTags {
  readonly #options: StoryTagsOptions
  /** An answer that comes late must not take the place of a newer one. */
  readonly #queue = new Queue()
  #now: TagScheme = { tags: builtInTags, source: 'built-in', problem: null }

  constructor(options: StoryTagsOptions) {
    this.#options = options
  }

  /** As they were last seen. */
  get now(): TagScheme {
    return this.#now
  }

  /** Looks at the disk and the settings, and tells the windows of the story if the tags are others. */
  look(): Promise<TagScheme> {
    return this.#queue.run(async () => {
      const { id, path: story, audience, ownTags } = this.#options
      const next = await schemeOf(path.dirname(story), await ownTags())
      if (JSON.stringify(next) === JSON.stringify(this.#now)) return this.#now
      this.#now = next
      audience.tell('story-tags', { story: id, scheme: next })
      return next
    })
  }
}
