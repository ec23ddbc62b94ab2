import type { StoryProblem } from '../../shared/desk/contract.ts'
import { ABSENT, type Tag, tagAt } from '../storage/durable-replace.ts'
import { readStoryFile, type StoryFile } from '../storage/story-file.ts'

/** What was seen of the story's file since the last look. */
export interface StoryNews {
  /** It can't be read; null: it can. undefined: as before. */
  readonly problem?: StoryProblem | null
  /** Another version of it. */
  readonly file?: StoryFile
}

/** Tells when the story itself goes away or is changed by another program. */
export class StoryWatch {
  #file: StoryFile
  #tag: Tag
  #problem: StoryProblem | null = null

  constructor(file: StoryFile) {
    this.#file = file
    this.#tag = file.tag
  }

  /** This version is known: Galley wrote it itself. */
  expect(file: StoryFile): void {
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
    const now = await readStoryFile(this.#file.path)
    // Written while it was read: looked at again with the next event.
    if (now.ok && now.value.tag !== (await tagAt(this.#file.path).catch(() => ABSENT))) return {}
    this.#tag = tag
    if (!now.ok) return this.#settle(now.error.kind === 'not-found' ? 'vanished' : 'unreadable')
    const news = this.#settle(null)
    if (now.value.sha256 === this.#file.sha256) return news
    this.expect(now.value)
    return { ...news, file: now.value }
  }

  #settle(problem: StoryProblem | null): StoryNews {
    if (problem === this.#problem) return {}
    this.#problem = problem
    return { problem }
  }
}
