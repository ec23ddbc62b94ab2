/** What the person chose when the latest changes could not be saved. */
export type CloseAnswer = 'save' | 'discard' | 'cancel'

export interface CloseSteps {
  /** Hands over what is being typed and writes it; false or a rejection: something is in memory only. */
  flush(): Promise<boolean>
  /** Asks the person; only called when `flush` failed. */
  ask(): Promise<CloseAnswer>
  /** Closes the window; comes back through `closeRequested`. */
  close(): void
  /** Ends the program; comes back through `closeRequested`. */
  quit(): void
  /** Resolves after so many milliseconds. */
  wait(milliseconds: number): Promise<void>
}

/** The state of one window's closing. */
export interface CloseGuard {
  /** The program is ending, so after the flush it ends, not only the window: a prevented close stops a quit. */
  quitRequested(): void
  /**
   * Call in the window's `close` event. True: prevent it, synchronously; the guard closes when all is written.
   * @param pending whether anything may be lost: the window is alive, or changes are in memory
   */
  closeRequested(pending: boolean): boolean
  /** The computer is shutting down: there is no time to ask, and holding it up helps nobody. */
  letGo(): void
}

// The desk answers a flush within 3 s. One second more, so that this speaks only when the desk itself hangs.
const FLUSH_LIMIT = 4000

export function closeGuard(steps: CloseSteps): CloseGuard {
  let state: 'open' | 'flushing' | 'closing' = 'open'
  let quitting = false

  const flush = (): Promise<boolean> =>
    Promise.race([steps.flush(), steps.wait(FLUSH_LIMIT).then(() => false)]).catch(() => false)

  const mayLeave = async (): Promise<boolean> => {
    while (!(await flush())) {
      const answer = await steps.ask().catch((): CloseAnswer => 'cancel')
      if (answer !== 'save') return answer === 'discard'
    }
    return true
  }

  const leave = async (): Promise<void> => {
    const may = await mayLeave()
    if (state === 'closing') return
    if (!may) {
      state = 'open'
      quitting = false
      return
    }
    state = 'closing'
    if (quitting) steps.quit()
    else steps.close()
  }

  return {
    quitRequested() {
      quitting = true
    },
    closeRequested(pending) {
      if (state === 'closing' || (state === 'open' && !pending)) return false
      if (state === 'open') {
        state = 'flushing'
        void leave()
      }
      return true
    },
    letGo() {
      state = 'closing'
    },
  }
}
