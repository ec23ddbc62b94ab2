import type { DeskEvents, EventName } from '../../shared/desk/contract.ts'
import type { Emit } from '../desk/host.ts'

// Wishes of a person, which must not get lost. The rest is news about stories that a page which hasn't begun
// doesn't show yet.
const KEPT: ReadonlySet<EventName> = new Set<EventName>(['open-story', 'command'])

/** Events for a page that may still be loading: wishes wait until it listens, news is dropped. */
export interface Mailbox {
  readonly emit: Emit
  /** The page made its first call, so it listens. */
  listening(): void
  /** The page is gone or is being loaded again. */
  deaf(): void
}

export function mailbox(send: Emit): Mailbox {
  let listens = false
  let waiting: (() => void)[] = []
  return {
    emit<E extends EventName>(event: E, payload: DeskEvents[E]) {
      if (listens) send(event, payload)
      else if (KEPT.has(event)) waiting.push(() => send(event, payload))
    },
    listening() {
      listens = true
      const letters = waiting
      waiting = []
      for (const deliver of letters) deliver()
    },
    deaf() {
      listens = false
    },
  }
}
