import type { Failure } from '../../shared/failure.ts'
import { err, type Result } from '../../shared/result.ts'
import type { EditedStory } from '../../shared/story/edited.ts'
import { writeStory } from '../../shared/story/write-story.ts'
import type { StoryFile } from '../storage/story-file.ts'

/**
 * The source of an edited story.
 * @param base the file that was edited
 */
export function sourceOf(base: StoryFile, edited: EditedStory): Result<string, Failure> {
  const file = base.name
  const written = writeStory(file, base.raw, edited)
  if (written.ok) return written
  const { words } = written.error
  return err(
    written.error.kind === 'fixed-block'
      ? { kind: 'text-fixed', file, words, what: written.error.what }
      : { kind: 'text-differs', file, words },
  )
}
