import type { Layer, Place } from '../annotation/annotation.ts'
import type { EditedStory, FixedBlock } from '../story/edited.ts'
import type { Story } from '../story/story.ts'
import type { AnnotationId, Sha256, StoryId } from '../units.ts'
import type { SaveState } from './contract.ts'

export type Encoding = 'UTF-8' | 'UTF-8 with BOM' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252'

export type LineEnds = 'LF' | 'CRLF' | 'CR' | 'mixed'

/** A story as one state of its file has it. */
export interface StoryVersion {
  readonly story: Story
  /** As the Encoding standard calls it, or as {@link Encoding} does; null: the file is no text file. */
  readonly encoding: string | null
  readonly lineEnds: LineEnds
  /** Of the file's bytes: names the version. */
  readonly fileSha256: Sha256
  readonly textSha256: Sha256
  readonly editing: Editing
}

/** A picture, of a kind that is known by its bytes. */
export interface ShownImage {
  readonly mediaType: string
  readonly base64: string
}

/** Whether Edit text can be switched on. */
export type Editing =
  /** `fixed`: blocks that can only be read, in order. */
  | { readonly can: true; readonly fixed: readonly FixedBlock[] }
  /** The file's encoding is read and not written. */
  | { readonly can: false; readonly reason: 'encoding'; readonly encoding: Encoding }
  /** Files of the story's format are read and not written. */
  | { readonly can: false; readonly reason: 'format' }

/** A text as it was edited in a window. */
export interface TextToSave {
  readonly story: StoryId
  /** `fileSha256` of the version that was edited. */
  readonly base: Sha256
  readonly edited: EditedStory
  /** Where this person's marks stand in the edited text, as the editor moved them along; null: its words are gone. */
  readonly places: readonly Pick<Place, 'id' | 'span'>[]
}

export interface TextSaved {
  readonly version: StoryVersion
  /** Of all annotations of all layers. */
  readonly places: readonly Place[]
  readonly layers: readonly Layer[]
  /** Of the annotations, whose places were saved with the text. */
  readonly save: SaveState
}

export interface Settled {
  readonly save: SaveState
  /** Annotations that got a position in today's text. */
  readonly settled: readonly AnnotationId[]
}

export type StoryProblem = 'vanished' | 'unreadable'
