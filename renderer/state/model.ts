import type { Annotation, Layer } from '../../shared/annotation/annotation.ts'
import type {
  Beginning,
  OpenedStory,
  Person,
  SaveState,
  Settings,
  StoryEntry,
  StoryProblem,
} from '../../shared/desk/contract.ts'
import type { Failure, SidecarFailure } from '../../shared/failure.ts'
import type { AnnotationId, AnnotatorId, Span, TextOffset } from '../../shared/units.ts'

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
  readonly dialog: 'settings' | 'help' | 'export' | 'stories' | null
  readonly panel: 'margin' | 'list'
  /** Last thing to say through the polite live region; a new object says it again. */
  readonly announcement: { readonly text: string }
}

/** The open story beside its editor. */
export interface OpenState {
  /** As it was opened; its annotations are those of then. */
  readonly opened: OpenedStory
  readonly layers: readonly Layer[]
  /** Layers switched off by this person. */
  readonly hidden: ReadonlySet<AnnotatorId>
  readonly unreadable: readonly SidecarFailure[]
  readonly save: SaveState
  readonly problem: StoryProblem | null
  readonly editor: EditorSnapshot
}

/** What the editor publishes after each transaction that changed any of it. */
export interface EditorSnapshot {
  /** All annotations in reading order, orphans last; hidden layers included. */
  readonly annotations: readonly Annotation[]
  /** The annotation that keys act on; null: none. */
  readonly active: AnnotationId | null
  /** Selected text; null: only a caret. */
  readonly selection: Span | null
  readonly caret: TextOffset
  /** What undo and redo would do, as words ("Delete fact"); null: nothing. */
  readonly undo: string | null
  readonly redo: string | null
  /** `T` was pressed; the next digit changes the tag of the active annotation. */
  readonly retagging: boolean
}
