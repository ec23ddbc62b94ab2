import type { DeskEvents, EventName } from '../../shared/desk/contract.ts'
import { events } from '../../shared/desk/methods.ts'

/** Who listens to which event of the desk. */
export interface Listeners {
  on<E extends EventName>(event: E, listener: (payload: DeskEvents[E]) => void): () => void
  /** Passes an event of the desk on; a name that this window does not know is left alone. */
  tell(event: string, payload: never): void
}

export function createListeners(): Listeners {
  const lists = new Map<string, Set<(payload: never) => void>>(
    Object.keys(events).map((event) => [event, new Set()]),
  )
  return {
    on(event, listener) {
      // A wrapper of its own, so that the same function may listen twice.
      const entry = (payload: never): void => listener(payload)
      lists.get(event)?.add(entry)
      return () => lists.get(event)?.delete(entry)
    },
    tell(event, payload) {
      for (const listener of lists.get(event) ?? []) listener(payload)
    },
  }
}
