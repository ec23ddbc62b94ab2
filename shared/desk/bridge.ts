import type { Failure } from '../failure.ts'
import type { Result } from '../result.ts'
import type { DeskEvents, EventName, Method, OpenedStory } from './contract.ts'
import type { methods } from './methods.ts'

/** Methods that the page's scripts may call. */
export type PageMethod = { [M in Method]: (typeof methods)[M] extends 'page' ? M : never }[Method]

/**
 * What the preload puts on the page as `window.galley`. Named calls only; never an IPC object or an event.
 * `DroppedFile` is the DOM `File`, which `shared` does not know.
 */
export interface Bridge<DroppedFile> {
  call(method: PageMethod, input: unknown): Promise<Result<unknown, Failure>>
  on<E extends EventName>(event: E, listener: (payload: DeskEvents[E]) => void): () => void
  /** Takes the `File` of a drop itself: its path is read in the preload, where no script can forge one. */
  openDropped(file: DroppedFile): Promise<Result<OpenedStory, Failure>>
}
