import type { ImportedSet } from '../../../shared/exchange/imported.ts'
import type { StoryFailure } from '../../../shared/failure.ts'
import type { Result } from '../../../shared/result.ts'
import type { Story, StoryFormat } from '../../../shared/story/story.ts'
import type { EmbeddedImage } from '../docx/read-docx.ts'

/** Formats whose readers work on a thread of their own: their files are made by others, and can be hostile. */
export type ThreadFormat = Exclude<StoryFormat, 'txt' | 'md'>

/** One file to read. */
export interface ReadJob {
  /** File name, for the story and for failures. */
  readonly name: string
  readonly format: ThreadFormat
  /** Decoded text, or bytes: what the format takes. */
  readonly content: string | Uint8Array
  /** Of a web page everything, not only the article found in it. */
  readonly wholePage: boolean
}

/** A story, with what else its file holds. */
export interface StoryParts {
  readonly story: Story
  /** Pictures inside the document. */
  readonly images: readonly EmbeddedImage[]
  /** Comments inside the document; null: the format has none. */
  readonly comments: ImportedSet | null
}

/** What goes to the thread. */
export interface Asked {
  readonly number: number
  readonly job: ReadJob
}

/** What comes back from it. */
export interface Answered {
  readonly number: number
  readonly result: Result<StoryParts, StoryFailure>
  /** Where in our own code an unforeseen fault happened; null: none. */
  readonly fault: string | null
}
