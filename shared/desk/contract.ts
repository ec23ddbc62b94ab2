import type { Annotation, Content, Layer, Place } from '../annotation/annotation.ts'
import type { ExportFormat, ImportFormat } from '../exchange/formats.ts'
import type { Failure, SaveFailure, SidecarFailure, StoryFailure } from '../failure.ts'
import type { Result } from '../result.ts'
import type { TagScheme } from '../tags.ts'
import type { AnnotationId, AnnotatorId, IsoTime, Sha256, Span, StoryId, TagId } from '../units.ts'
import type { CommandId } from './commands.ts'
import type { ExportChoice, Exported, FolderExported } from './contract-export.ts'
import type { ImportAuthorChoice, ImportOutcome, ImportPreview, PickedFile } from './contract-import.ts'
import type { Settings } from './contract-settings.ts'
import type {
  Settled,
  ShownImage,
  StoryProblem,
  StoryVersion,
  TextSaved,
  TextToSave,
} from './contract-text.ts'

/**
 * Everything that the window may ask of the computer, one call per thing a person does. Implemented behind the
 * desk, reached through three transports (direct, Electron IPC, loopback); arguments and replies are plain data.
 */
export interface DeskApi {
  /** First call of a window: who is annotating, settings, what to open. */
  begin(input: Empty): Reply<Beginning>
  /** Sets or changes the annotator's name; the annotator's id stays. */
  nameAnnotator(input: { name: string }): Reply<Person>
  changeSettings(input: Partial<Settings>): Reply<Settings>
  /** Writes this person's tags as `galley.tags.json` into the story's folder; not over one that is there. */
  shareTags(input: { story: StoryId }): Reply<TagScheme>
  /** Stories the desk may open without a dialog: given on the command line, beside them, and recent ones. */
  listStories(input: Empty): Reply<readonly StoryEntry[]>
  /** Native open dialog; null: cancelled, or this host has none (then the window shows `listStories`). */
  chooseStory(input: Empty): Reply<StoryEntry | null>
  /**
   * @param input `soon`: with thousands of annotations, answer with the first of them; `readMarks` gives all.
   * `wholePage`: of a web page everything, or only the article found in it; absent: as it is shown elsewhere, else as
   * `showWholePage` was last asked for it, else as those saw it who marked it.
   */
  openStory(input: { story: StoryId; soon?: boolean; wholePage?: boolean }): Reply<OpenedStory>
  /** Gives up what this window is opening: it gets `reading-cancelled`, and nothing is left of it. */
  cancelOpening(input: Empty): Reply<null>
  /** Shows the whole of a web page, or only the article, in all windows and from now on; they get the text by `story-text`. */
  showWholePage(input: { story: StoryId; whole: boolean }): Reply<null>
  /** The annotations of an open story, in parts that don't keep a window busy; see `OpenedStory.reading`. */
  readMarks(input: {
    story: StoryId
    /** How many the window has of the same text and the same reading. */
    from: number
  }): Reply<MarksRead>
  /** The sample story, copied into the data folder at first use. */
  openSample(input: Empty): Reply<OpenedStory>
  /** Electron only: a file dropped on the window, its path read by the preload from the real `File`. */
  openDropped(input: { path: string }): Reply<OpenedStory>
  /** Browser: a dropped file is looked up among the listed stories by name, size and hash. */
  matchDropped(input: { name: string; size: number; sha256: Sha256 }): Reply<StoryEntry>
  /** Answers when the changes are safe, or with why they are not. Changes are kept in memory either way. */
  changeAnnotations(input: {
    story: StoryId
    /** The text that the spans point into; absent: today's. Another one: `text-moved`, and nothing is changed. */
    text?: Sha256
    changes: readonly AnnotationChange[]
  }): Reply<Changed>
  /** New positions for this person's marks that were found with the words they were confirmed with; nothing else. */
  settlePlaces(input: { story: StoryId }): Reply<Settled>
  /** Writes the story as it was edited; not if the file is no longer the one that was edited. */
  saveText(input: TextToSave): Reply<TextSaved>
  /** The story was edited here and changed on the disk: one goes on, the other is kept beside it under a name of its own. */
  keepBoth(input: TextToSave & { goOn: 'mine' | 'disk' }): Reply<TextSaved & { readonly copy: string }>
  /** Takes over sidecars that lay in the folder without their story; see `OpenedStory.strays`. */
  adopt(input: { story: StoryId; files: readonly string[] }): Reply<OpenedStory>
  /** Tries again to write what is not yet beside the story. */
  retrySave(input: { story: StoryId }): Reply<SaveState>
  /** Renames a damaged sidecar out of the way (`….damaged-<time>`), so that a new one can be written. */
  setAside(input: { story: StoryId; file: string }): Reply<OpenedStory>
  /** "Is this you?": adopts the id of an annotator of the same name found beside the story, or keeps apart. */
  answerIdentity(input: { story: StoryId; annotator: AnnotatorId; same: boolean }): Reply<OpenedStory>
  /** A picture that an open story names, from inside the document or from beside it. Nothing is ever fetched. */
  storyImage(input: { story: StoryId; source: string }): Reply<ShownImage>
  closeStory(input: { story: StoryId }): Reply<null>
  /** Writes the story out: saved by the host, handed over for download, or cancelled (null). */
  exportStory(input: { story: StoryId; format: ExportFormat } & ExportChoice): Reply<Exported | null>
  /**
   * Writes out every story of the folder that this open story lies in, all layers, one after the other; null: no folder
   * was chosen to write into. `export-progress` tells how far it is.
   */
  exportFolder(input: {
    story: StoryId
    formats: readonly ExportFormat[]
    notes: boolean
  }): Reply<FolderExported | null>
  /** Ends `exportFolder` after the file that it is at; that one then answers. */
  cancelExport(input: Empty): Reply<null>
  /**
   * Reads annotations of another program for an open story; nothing is written. The host asks for the file by a
   * dialog; null: cancelled. A window of a host without one hands over what the person picked.
   */
  readImport(input: {
    story: StoryId
    file?: PickedFile
    /** Absent: told by name and content. */
    format?: ImportFormat
  }): Reply<ImportPreview | null>
  /** Gives up what this window reads by `readImport`: that one answers null, and nothing is left of it. */
  cancelImport(input: Empty): Reply<null>
  /** Takes in what `readImport` read, as layers of the named people; what is there already stays as it is. */
  importMarks(input: {
    story: StoryId
    token: string
    /** Whose layer the annotations of each author of the file go into. */
    authors: readonly ImportAuthorChoice[]
    /** The words that are not here become what the preview proposed. */
    tags: readonly { word: string; tag: TagId }[]
    /** Only says what would happen. */
    dry?: boolean
  }): Reply<ImportOutcome>
  /** Answer to the `flush` event: everything typed has been handed over. */
  flushed(input: {
    token: string
    /** Something could not be handed over, such as an edited text that could not be written. */
    left?: boolean
  }): Reply<null>
}

type Empty = Readonly<Record<never, never>>

type Reply<T> = Promise<Result<T, Failure>>

export type Method = keyof DeskApi

export type Input<M extends Method> = Parameters<DeskApi[M]>[0]

export type Output<M extends Method> =
  Awaited<ReturnType<DeskApi[M]>> extends Result<infer T, Failure> ? T : never

/** What the desk tells a window unasked. */
export interface DeskEvents {
  /** Annotations changed elsewhere: another window, a command, a colleague's file. Never this window's own echo. */
  'story-changed': {
    readonly story: StoryId
    readonly put: readonly Annotation[]
    readonly removed: readonly AnnotationId[]
    readonly layers: readonly Layer[]
    readonly unreadable: readonly SidecarFailure[]
  }
  /** The tags of the story are others now: the scheme file or the person's own tags changed. */
  'story-tags': { readonly story: StoryId; readonly scheme: TagScheme }
  'save-state': { readonly story: StoryId; readonly save: SaveState }
  /** Another text is to be shown: the file was changed by another program, or another window saved it. */
  'story-text': {
    readonly story: StoryId
    readonly version: StoryVersion
    /** Of all annotations of all layers. */
    readonly places: readonly Place[]
    readonly layers: readonly Layer[]
  }
  /** The story file itself is gone or can't be read any more; null: it can again. */
  'story-problem': { readonly story: StoryId; readonly problem: StoryProblem | null }
  /** Open this story: chosen in a native menu, or by a second start of the program. */
  'open-story': { readonly story: StoryId }
  command: { readonly command: CommandId }
  /** `exportFolder` is at this story. */
  'export-progress': {
    /** Stories that it is done with. */
    readonly done: number
    readonly total: number
    readonly name: string
  }
  /** Hand over what is being typed, then call `flushed`; the window is about to close. */
  flush: { readonly token: string }
}

export type EventName = keyof DeskEvents

export type HostKind = 'electron' | 'browser' | 'direct'

export type Platform = 'darwin' | 'win32' | 'linux'

export interface Person {
  readonly id: AnnotatorId
  readonly name: string
}

export interface Beginning {
  /** null: ask for the name first. */
  readonly person: Person | null
  /** From the system; may be empty. */
  readonly suggestedName: string
  readonly settings: Settings
  readonly host: HostKind
  readonly platform: Platform
  /** What can be exported as, in the order in which it is offered. */
  readonly formats: readonly ExportFormat[]
  /** Given on the command line; null: show the welcome page. */
  readonly opening: StoryId | null
  /** A story given on the command line that could not be opened, and why. */
  readonly problem: StoryFailure | null
}

export interface StoryEntry {
  readonly story: StoryId
  readonly name: string
  /** Last part of the folder's name, for the eye only. */
  readonly folder: string
  readonly group: 'folder' | 'recent'
  /** First words of the story, its headline; empty if it was not read. */
  readonly headline: string
}

export interface OpenedStory extends StoryVersion {
  readonly id: StoryId
  readonly layers: readonly Layer[]
  /** Of all layers, in reading order, orphans last. */
  readonly annotations: readonly Annotation[]
  readonly unreadable: readonly SidecarFailure[]
  readonly save: SaveState
  /** Annotators found beside the story with this person's name and another id, not yet answered. */
  readonly sameName: readonly Person[]
  readonly scheme: TagScheme
  /** Annotations in the folder that have no story of their own and fit this one: it was renamed, or they were mailed. */
  readonly strays: readonly Stray[]
  /**
   * Only the first annotations are here, to be shown and not to be counted on, and what is said of the others (layers,
   * files that can't be read, strays, names) is still to come: ask `readMarks`. Absent: everything is here.
   */
  readonly reading?: true
}

/** A part of the annotations, and what is known when all are read. */
export interface MarksRead
  extends Pick<OpenedStory, 'layers' | 'annotations' | 'unreadable' | 'save' | 'sameName' | 'strays'> {
  /** Hash of the text that the spans point into. */
  readonly textSha256: Sha256
  /** Number of the first one here; 0 where another was asked for: the reading begins anew. */
  readonly from: number
  /** What to ask for next; null: these were the last. */
  readonly next: number | null
}

/** A sidecar without its story. */
export interface Stray {
  /** Its file name, or the name by which `adopt` takes it. */
  readonly file: string
  /** Name of the story that it was written for. */
  readonly storyName: string
  readonly annotator: Person
  readonly mine: boolean
  readonly count: number
  /** How many of its marks are found in this text. */
  readonly found: number
}

/** One change by this person. `put` with a known id changes it, with a new id makes it (also after a delete). */
export type AnnotationChange =
  | {
      readonly kind: 'put'
      readonly id: AnnotationId
      readonly content: Content
      /** null: leave the stored place alone (an orphan's note or tag was changed). */
      readonly span: Span | null
      /** Accept, Place again: the words at `span` are confirmed, also where it already stands there. */
      readonly confirm?: boolean
      /** Confirmed words other than those at `span`: an Accept is undone. Only with `confirm`. */
      readonly quote?: string
      /** The sentence counts as changed again: an Accept of it is undone. Only with `confirm`. */
      readonly sentenceChanged?: boolean
    }
  | { readonly kind: 'delete'; readonly id: AnnotationId }

export interface Changed {
  readonly save: SaveState
  /** The changed annotations as the desk holds them now: revision, times, quote. Deleted ones are absent. */
  readonly annotations: readonly Annotation[]
}

/** What the status bar says. */
export type SaveState =
  /** Everything is in the sidecar and on the disk. `at` null: nothing was changed since opening. */
  | { readonly kind: 'saved'; readonly at: IsoTime | null }
  | { readonly kind: 'saving' }
  /** Safe in the data folder, not yet beside the story. */
  | { readonly kind: 'kept'; readonly at: IsoTime; readonly reason: SaveFailure }
  /** In memory only. */
  | { readonly kind: 'not-saved'; readonly reason: SaveFailure }
