import type { DeskEvents } from '../../shared/desk/contract.ts'
import type { Emit } from './host.ts'

/** The windows that show a story. */
export class Audience {
  readonly #windows = new Set<Emit>()

  get isEmpty(): boolean {
    return this.#windows.size === 0
  }

  join(window: Emit): void {
    this.#windows.add(window)
  }

  leave(window: Emit): void {
    this.#windows.delete(window)
  }

  /** @param except the window that did it and gets an answer of its own. */
  tell<E extends keyof DeskEvents>(event: E, payload: DeskEvents[E], except?: Emit): void {
    for (const window of this.#windows) if (window !== except) window(event, payload)
  }
}
