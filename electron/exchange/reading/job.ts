import type { ImportFormat } from '../../../shared/exchange/formats.ts'
import type { ImportedMark, ImportedSet } from '../../../shared/exchange/imported.ts'
import type { PlacedImport } from '../../../shared/exchange/place-imported.ts'
import type { ImportFailure, StoryFailure } from '../../../shared/failure.ts'
import type { Result } from '../../../shared/result.ts'
import type { Story, StoryFormat } from '../../../shared/story/story.ts'
import type { EmbeddedImage } from '../docx/read-docx.ts'

/** Formats whose readers work on a thread of their own: their files are made by others, and can be hostile. */
export type ThreadFormat = Exclude<StoryFormat, 'txt' | 'md'>

/** One story file to read. */
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

/** One file of annotations to read and to place in a story. */
export interface MarksJob {
  /** File name, for telling the format and for failures. */
  readonly name: string
  /** null: told by name and content. */
  readonly wanted: ImportFormat | null
  /** Decoded text; bytes: it is a Word document. */
  readonly content: string | Uint8Array
  /** The text beside the file that was annotated, decoded, line ends as they are; null: there is none. */
  readonly companion: string | null
  /** Text of the story that the marks are looked for in. */
  readonly text: string
}

/** What was read from a file of annotations, and where it stands. */
export interface MarksRead {
  readonly format: ImportFormat
  readonly set: ImportedSet
  /** The text that was annotated, with line feeds only, as far as the file or the one beside it tells; null: not known. */
  readonly old: string | null
  readonly placed: PlacedImport
}

/** Annotations that were read before, to be placed in another text of their story. */
export interface PlacesJob {
  /** Name of the file they came from, for failures. */
  readonly name: string
  readonly places: readonly Pick<ImportedMark, 'place'>[]
  /** As {@link MarksRead.old}. */
  readonly old: string | null
  readonly text: string
}

/** What the thread does: a job and what comes of it, by name. */
export interface Work {
  readonly story: { readonly job: ReadJob; readonly made: StoryParts; readonly failure: StoryFailure }
  readonly marks: {
    readonly job: MarksJob
    readonly made: MarksRead
    readonly failure: StoryFailure | ImportFailure
  }
  readonly places: { readonly job: PlacesJob; readonly made: PlacedImport; readonly failure: StoryFailure }
}

export type Task = keyof Work
export type Outcome<T extends Task = Task> = Result<Work[T]['made'], Work[T]['failure']>

/** A job with what is to be done with it. */
export type Order = { readonly [T in Task]: { readonly task: T; readonly job: Work[T]['job'] } }[Task]

/** What goes to the thread. */
export type Asked = Order & { readonly number: number }

/** What comes back from it. */
export interface Answered {
  readonly number: number
  readonly result: Outcome
  /** Where in our own code an unforeseen fault happened; null: none. */
  readonly fault: string | null
}
