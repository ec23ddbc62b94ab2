import type { Annotation, Layer } from '../../shared/annotation/annotation.ts'
import type { MarkFilter } from '../../shared/annotation/filter.ts'
import type {
  Beginning,
  DeskEvents,
  OpenedStory,
  Person,
  SaveState,
  StoryEntry,
} from '../../shared/desk/contract.ts'
import type { Settings } from '../../shared/desk/contract-settings.ts'
import type { StoryProblem } from '../../shared/desk/contract-text.ts'
import type { Failure, SidecarFailure } from '../../shared/failure.ts'
import type { Story } from '../../shared/story/story.ts'
import type { TagScheme } from '../../shared/tags.ts'
import type { AnnotationId, AnnotatorId, Span, TagId, TextOffset } from '../../shared/units.ts'

/** What the screen is made from. One immutable value; replaced, never changed. */
export interface DeskState {
  /** null until the desk answered the first call. */
  readonly beginning: Beginning | null
  /** null: the window asks for the name. */
  readonly person: Person | null
  readonly settings: Settings
  readonly stories: readonly StoryEntry[]
  /** Name of the story being opened; null: none. */
  readonly opening: string | null
  readonly open: OpenState | null
  /** What went wrong last and was not yet dismissed. */
  readonly failure: Failure | null
  readonly dialog: 'settings' | 'help' | 'export' | 'export-folder' | 'import' | 'stories' | 'palette' | null
  /** How far the export of a folder is; null: none is under way, or it has not begun. */
  readonly exporting: DeskEvents['export-progress'] | null
  readonly panel: Panel
  readonly filter: MarkFilter
  readonly listOrder: ListOrder
  /** The bar to find words in the story is shown. */
  readonly finding: boolean
  /** Last thing to say through the polite live region; a new object says it again. */
  readonly announcement: { readonly text: string }
}

export type Panel = 'margin' | 'list' | 'numbers'

/** `place`: as they stand in the story; `time`: the last changed first; `tag`: as the tags are ordered. */
export type ListOrder = 'place' | 'time' | 'tag'

/** The open story beside its editor. */
export interface OpenState {
  /** As it was opened, its story and version as they are in the file; its annotations are those of then. */
  readonly opened: OpenedStory
  readonly layers: readonly Layer[]
  /** Layers switched off by this person. */
  readonly hidden: ReadonlySet<AnnotatorId>
  /** All marks are out of sight for undisturbed reading. */
  readonly marksHidden: boolean
  /** Its tags, in the colours of the scheme; a person may have chosen others: `Settings.tagColours`. */
  readonly scheme: TagScheme
  readonly unreadable: readonly SidecarFailure[]
  readonly save: SaveState
  readonly problem: StoryProblem | null
  /** Of the story's own text, where it was edited here. */
  readonly textSave: TextSave
  /** Another text is being brought onto the screen. */
  readonly following: boolean
  /** Thousands of annotations come in parts after the text, the first ones with it; `failed`: they can't. */
  readonly reading: 'no' | 'now' | 'failed'
  readonly editor: EditorSnapshot
}

export type TextSave =
  /** What is on the screen is in the file. */
  | { readonly kind: 'same' }
  /** Edited; it is written in a moment, or is being written. */
  | { readonly kind: 'saving' }
  /** It could not be written; it is only in this window. `text-conflict`: two texts to choose from. */
  | { readonly kind: 'not-saved'; readonly failure: Failure }

/** What the editor publishes after each transaction that changed any of it. */
export interface EditorSnapshot {
  /** All annotations in reading order, orphans last; hidden layers included. */
  readonly annotations: readonly Annotation[]
  /**
   * The same annotations for those who don't need their places, which may be old ones: the same array as long as they
   * only move along with the text, so that a key press in it does not make all of them anew.
   */
  readonly contents: readonly Annotation[]
  /** The annotation that keys act on; null: none. */
  readonly active: AnnotationId | null
  /** Selected text; null: only a caret. */
  readonly selection: Span | null
  readonly caret: TextOffset
  /** What undo and redo would do, as words ("Delete fact"); null: nothing. */
  readonly undo: string | null
  readonly redo: string | null
  /** `edit`: the text can be typed into. */
  readonly mode: 'annotate' | 'edit'
  /** Place again was chosen: the next Enter with a selection places this annotation; null: none. */
  readonly placing: AnnotationId | null
  /** The story as it stands in the editor; the same object until its text changes. */
  readonly story: Story
  /** `T` was pressed; the next digit changes the tag of the active annotation. */
  readonly retagging: boolean
  /** Every selection is tagged with this tag at once; null: none is armed. */
  readonly armed: TagId | null
  /** Last tag that was set; `.` sets it again. */
  readonly lastTag: TagId | null
  /** The arrows move this border of the active annotation; null: they move the caret. */
  readonly border: 'start' | 'end' | null
  /** `G` was pressed and letters are awaited; null: not now. */
  readonly jump: Jump | null
  /** What is looked for in the text; null: nothing. */
  readonly find: Found | null
}

/** Words that `G` can jump to. */
export interface Jump {
  /** Letters typed so far. */
  readonly typed: string
  /** `end`: the selection will reach from `from` to the end of the chosen word. */
  readonly to: 'start' | 'end'
  readonly from: TextOffset
  /** The nearest first; those with a label are chosen by that key. */
  readonly targets: readonly { readonly span: Span; readonly label: string }[]
}

export interface Found {
  readonly query: string
  /** How often it stands in the text. */
  readonly count: number
  /** Which of them is selected, from 0; null: none. */
  readonly current: number | null
}
