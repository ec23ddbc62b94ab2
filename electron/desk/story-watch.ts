import type { StoryProblem } from '../../shared/desk/contract.ts'
import { ABSENT, type Tag, tagAt } from '../storage/durable-replace.ts'
import { readStoryFile, type StoryFile } from '../storage/story-file.ts'

/** Tells when the story itself goes away or is changed by another program. */
export class StoryWatch {
  readonly #file: StoryFile
  #tag: Tag
  #problem: StoryProblem | null = null

  constructor(file: StoryFile) {
    this.#file = file
    this.#tag = file.tag
  }

  /** @returns the news; null: it is there again as it was opened; undefined: nothing new. */
  async look(): Promise<StoryProblem | null | undefined> {
    const tag = await tagAt(this.#file.path).catch(() => ABSENT)
    if (tag === this.#tag) return undefined
    this.#tag = tag
    const problem = tag === ABSENT ? 'vanished' : await this.#compare()
    if (problem === this.#problem) return undefined
    this.#problem = problem
    return problem
  }

  async #compare(): Promise<StoryProblem | null> {
    const now = await readStoryFile(this.#file.path)
    return now.ok && now.value.sha256 === this.#file.sha256 ? null : 'changed'
  }
}
