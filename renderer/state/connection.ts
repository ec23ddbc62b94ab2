import type { DeskApi, DeskEvents, EventName, OpenedStory } from '../../shared/desk/contract.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'

/** The window's line to the desk, whatever the transport. */
export interface Connection {
  readonly desk: DeskApi
  /** Listens; returns how to stop. */
  on<E extends EventName>(event: E, listener: (payload: DeskEvents[E]) => void): () => void
  /** Opens a file that was dropped on the window. */
  openDropped(file: File): Promise<Result<OpenedStory, Failure>>
}
