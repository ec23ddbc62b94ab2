import type { Tag } from '../../shared/tags.ts'
import type { IsoTime, StoryId } from '../../shared/units.ts'
import type { PrivateNotes } from '../storage/private-notes.ts'
import type { Session } from './session.ts'
import type { ReadStory, StoryReader } from './story-reader.ts'

/** What an open story is made of, and what it needs of the desk. */
export interface SessionOptions {
  readonly id: StoryId
  readonly read: ReadStory
  readonly reader: StoryReader
  /** Of a web page everything is shown, not only the article found in it. */
  readonly wholePage: boolean
  readonly dataFolder: string
  now(): IsoTime
  newId(): string
  readonly privateNotes: PrivateNotes
  /** This person's own tags; null: none. */
  ownTags(): Promise<readonly Tag[] | null>
  log(error: unknown): void
  /** Everything is written and no window shows the story. */
  idle(session: Session): void
}
