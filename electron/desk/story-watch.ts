import type { StoryProblem } from '../../shared/desk/contract-text.ts'
import type { StoryFailure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import { ABSENT, type Tag, tagAt } from '../storage/durable-replace.ts'
import { type FileState, readStoryBytes, type StoryBytes } from '../storage/story-file.ts'
import type { ReadStory } from './story-reader.ts'

/** What was seen of the story's file since the last look. */
export interface StoryNews {
  /** It can't be read; null: it can. undefined: as before. */
  readonly problem?: StoryProblem | null
  /** Another version of it. */
  readonly read?: ReadStory
}

/** Makes the story of what stands in the file now. */
export type Parse = (file: StoryBytes) => Promise<Result<ReadStory, StoryFailure>>

/** Tells when the story itself goes away or is changed by another program. */
export class StoryWatch {
  readonly #parse: Parse
  #file: FileState
  #tag: Tag
  #problem: StoryProblem | null = null

  constructor(file: FileState, parse: Parse) {
    this.#parse = parse
    this.#file = file
    this.#tag = file.tag
  }

  /** This version is known: Galley wrote it itself. */
  expect(file: FileState): void {
    this.#file = file
    this.#tag = file.tag
  }

  async look(): Promise<StoryNews> {
    const tag = await tagAt(this.#file.path).catch(() => ABSENT)
    if (tag === this.#tag) return {}
    if (tag === ABSENT) {
      this.#tag = tag
      return this.#settle('vanished')
    }
    const now = await readStoryBytes(this.#file.path)
    // Written while it was read: looked at again with the next event.
    if (now.ok && now.value.tag !== (await tagAt(this.#file.path).catch(() => ABSENT))) return {}
    this.#tag = tag
    if (!now.ok) return this.#settle(now.error.kind === 'not-found' ? 'vanished' : 'unreadable')
    if (now.value.sha256 === this.#file.sha256) return this.#settle(null)
    const read = await this.#parse(now.value)
    if (!read.ok) return this.#settle('unreadable')
    this.expect(read.value.file)
    return { ...this.#settle(null), read: read.value }
  }

  #settle(problem: StoryProblem | null): StoryNews {
    if (problem === this.#problem) return {}
    this.#problem = problem
    return { problem }
  }
}
