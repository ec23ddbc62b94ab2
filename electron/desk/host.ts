import type { DeskEvents, EventName, HostKind, Platform } from '../../shared/desk/contract.ts'
import type { Failure, StoryFailure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import type { IsoTime, StoryId } from '../../shared/units.ts'
import type { PrintPdf } from '../exchange/make-export.ts'

/** What differs between Electron, the browser host and the command line. */
export interface HostHooks {
  readonly kind: HostKind
  /** Native open dialog; an absolute path, or null: cancelled, or this host has none. */
  chooseStory(): Promise<string | null>
  /** Native open dialog for a file of annotations; an absolute path, or null: cancelled, or this host has none. */
  chooseImport(folder: string): Promise<string | null>
  /** Where an export goes: an absolute path, `download` (hand the content to the window), null: cancelled. */
  chooseExportTarget(suggestedName: string, folder: string): Promise<string | 'download' | null>
  /** Folder that the exports of a whole folder go into, absolute; null: cancelled. @param folder of the stories */
  chooseExportFolder(folder: string): Promise<string | null>
  /** Prints a report, without network and scripts; when the signal is set it ends with a failure. */
  readonly printPdf: PrintPdf
  /** A story was opened; for recent lists and titles of the system. */
  storyOpened(path: string): void
}

/** Everything that the desk needs from outside, passed in so that tests are exact. */
export interface DeskDeps {
  readonly host: HostHooks
  readonly platform: Platform
  /** Settings, recent list, annotators, `pending/`; absolute. */
  readonly dataFolder: string
  /** For what must not roam with the profile: the device id; absolute. */
  readonly localFolder: string
  /** The sample story that ships with Galley; absolute. */
  readonly sampleStory: string
  /** The built program of the thread that reads files of other programs; absolute. */
  readonly readerProgram: string
  /** Story files given on the command line, absolute, in order. */
  readonly given: readonly string[]
  /**
   * Exact name of the person that a command acts as: with the id known here for that name, else a new one. Absent:
   * the person of the window.
   */
  readonly person?: string
  /** The person's name as the system knows it; may be empty. */
  systemName(): string
  now(): IsoTime
  /** A fresh `urn:uuid:…`. */
  newId(): string
  /** For failures that no person can act on; never sees text of a story or note. */
  log(error: unknown): void
}

export type Emit = <E extends EventName>(event: E, payload: DeskEvents[E]) => void

/** One window. Windows on one story share the story's session and see each other's changes. */
export interface Client {
  /** The single door: name and raw arguments in, checked call out. Never rejects. */
  answer(method: string, input: unknown, from: 'page' | 'preload'): Promise<Result<unknown, Failure>>
  /**
   * Asks the window to hand over what is being typed, then waits until every change is beside the story or kept
   * on this computer. False: after 3 s something still is in memory only.
   */
  flush(): Promise<boolean>
  /** True while a change of this window is in memory only. */
  isDirty(): boolean
  /** The window is gone; its stories close when no other window shows them. */
  close(): Promise<void>
}

export interface Desk {
  connect(emit: Emit): Client
  /** Lets a file in that a person chose (dialog, command line, Finder, recent list, drop). */
  admit(path: string): Promise<Result<StoryId, StoryFailure>>
  /** Writes everything, releases every lock and watcher. */
  close(): Promise<void>
}
