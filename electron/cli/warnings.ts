import type { OpenedStory } from '../../shared/desk/contract.ts'
import { type Io, say } from './io.ts'

/** Says what the reader of a story could not carry over. */
export function sayWarnings({ story }: Pick<OpenedStory, 'story'>, io: Io): void {
  for (const warning of story.warnings) say(io, `“${story.name}”: ${warning}`)
}
