import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { StoryFailure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { StoryId } from '../../shared/units.ts'
import { locateStory } from '../storage/story-file.ts'

/**
 * The only place that knows which story id means which file. A window names stories by ids, and an id exists only
 * for a file that a person chose or that a list offered; so no window can name any other file.
 */
export class Registry {
  readonly #byId = new Map<StoryId, string>()
  readonly #byPath = new Map<string, StoryId>()

  /** Lets a file in. The path is treated as hostile: it may come from another program. */
  async admit(candidate: string): Promise<Result<StoryId, StoryFailure>> {
    if (!isPlain(candidate))
      return err({ kind: 'not-a-file', file: path.basename(candidate.replaceAll('\0', '')) })
    const located = await locateStory(candidate)
    return located.ok ? ok(this.#idFor(located.value)) : located
  }

  /** Real path of a story that was let in. */
  pathOf(id: StoryId): string | undefined {
    return this.#byId.get(id)
  }

  #idFor(real: string): StoryId {
    const known = this.#byPath.get(real)
    if (known !== undefined) return known
    const id = randomUUID() as StoryId
    this.#byId.set(id, real)
    this.#byPath.set(real, id)
    return id
  }
}

/** Absolute, without NUL, and no name of a device (`\\.\`, `\\?\`). */
function isPlain(candidate: string): boolean {
  return path.isAbsolute(candidate) && !candidate.includes('\0') && !/^[\\/]{2}[.?][\\/]/.test(candidate)
}
