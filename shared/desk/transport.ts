import type { Failure } from '../failure.ts'
import type { Result } from '../result.ts'
import type { DeskEvents, EventName } from './contract.ts'

/** The one seam between window and computer. Electron IPC, loopback HTTP and the direct one each implement it. */
export interface Transport {
  /** Sends a call; never rejects: a broken connection is the failure `unreachable`. */
  call(method: string, input: unknown): Promise<Result<unknown, Failure>>
  /** Listens; returns how to stop. */
  on<E extends EventName>(event: E, listener: (payload: DeskEvents[E]) => void): () => void
}
