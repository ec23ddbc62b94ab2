import type { SaveState } from '../../shared/desk/contract.ts'
import type { IsoTime } from '../../shared/units.ts'
import type { SaveOutcome } from '../storage/sidecar-store.ts'

// A share that was away is usually back within a minute; a person who freed the disk should not have to wait.
const RETRY_MS = 5000

export interface SaveStatusOptions {
  readonly save: () => Promise<SaveOutcome>
  readonly now: () => IsoTime
  /** Called whenever there is something new to show. */
  readonly show: (state: SaveState) => void
}

/** What the status bar says about one story, and the patience behind it. */
export class SaveStatus {
  readonly #options: SaveStatusOptions
  #state: SaveState = { kind: 'saved', at: null }
  /** Saves asked for and not yet answered. */
  #open = 0
  #retry: NodeJS.Timeout | null = null

  constructor(options: SaveStatusOptions) {
    this.#options = options
  }

  get state(): SaveState {
    return this.#state
  }

  /** Something is in memory only. */
  get isUnsaved(): boolean {
    return this.#state.kind === 'saving' || this.#state.kind === 'not-saved'
  }

  /** Something is not beside the story yet. */
  get isWaiting(): boolean {
    return this.#state.kind !== 'saved'
  }

  /** Saves; settles with how that went. Never rejects. */
  async save(): Promise<SaveState> {
    this.#open++
    this.#set({ kind: 'saving' })
    return this.#settle(await this.#options.save())
  }

  /** Tries again without a word in between: only a change of the outcome is shown. */
  async tryAgain(): Promise<SaveState> {
    this.#open++
    return this.#settle(await this.#options.save())
  }

  stop(): void {
    if (this.#retry !== null) clearInterval(this.#retry)
    this.#retry = null
  }

  #settle(outcome: SaveOutcome): SaveState {
    this.#open--
    const state = this.#stateOf(outcome)
    // While a later save is under way, its changes are not safe yet.
    if (this.#open === 0) this.#set(state)
    return state
  }

  #stateOf(outcome: SaveOutcome): SaveState {
    switch (outcome.kind) {
      case 'beside':
        return { kind: 'saved', at: this.#options.now() }
      case 'kept':
        return { kind: 'kept', at: this.#options.now(), reason: outcome.reason }
      case 'failed':
        return { kind: 'not-saved', reason: outcome.reason }
    }
  }

  #set(state: SaveState): void {
    const before = this.#state
    const isSame =
      before.kind === state.kind && JSON.stringify(reasonOf(before)) === JSON.stringify(reasonOf(state))
    if (isSame && state.kind !== 'saved') return
    this.#state = state
    this.#options.show(state)
    const failed = state.kind === 'kept' || state.kind === 'not-saved'
    if (!failed) this.stop()
    else if (this.#retry === null) {
      this.#retry = setInterval(() => void this.tryAgain(), RETRY_MS)
      this.#retry.unref()
    }
  }
}

function reasonOf(state: SaveState): unknown {
  return 'reason' in state ? state.reason : null
}
