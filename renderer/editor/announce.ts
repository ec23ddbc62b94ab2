/** What the announcer needs of the clock, so that tests are exact. */
export interface Timer {
  set(run: () => void, milliseconds: number): number
  clear(timer: number): void
}

/** A mark that the caret meets. */
export interface Met {
  /** All that is said of it. */
  readonly text: string
  /** What it is called when it is left, e.g. `fact`. */
  readonly name: string
}

export interface Announcer {
  /** The caret came into a mark, or (null) left the last one. Waits until it rests. */
  moved(mark: Met | null): void
  /**
   * Says the outcome of a command; it stands for what the caret's move would have said. The first is said at once,
   * of those that follow without a rest, as with a held key, only the last.
   */
  say(text: string): void
  stop(): void
}

// Long enough that a held arrow key says only where it ends, short enough to feel like an answer.
const REST = 150

/**
 * Tells people who can't see the marks what the caret meets. That it left a mark is said only of one that was heard:
 * who ran over it with a held key never was in it. `speak` puts words into the polite live region.
 */
export function createAnnouncer(speak: (text: string) => void, timer: Timer): Announcer {
  let waiting: number | null = null
  let inside: string | null = null
  /** The mark that was said last, while it was not yet said that it was left. */
  let heard: Met | null = null
  /** Runs for a moment after each outcome. */
  let resting: number | null = null
  let outcome: string | null = null
  /** The command that said its outcome is still running: what it moves is its own. */
  let commanding: number | null = null
  const stop = (one: number | null) => {
    if (one !== null) timer.clear(one)
    return null
  }
  const rest = (mark: Met | null) => {
    waiting = null
    if (mark?.text === heard?.text) return
    speak(mark?.text ?? `Left ${heard?.name}`)
    heard = mark
  }
  const rested = () => {
    resting = null
    if (outcome === null) return
    const last = outcome
    outcome = null
    speak(last)
  }
  return {
    moved(mark) {
      if ((mark?.text ?? null) === inside) return
      waiting = stop(waiting)
      inside = mark?.text ?? null
      if (commanding === null) waiting = timer.set(() => rest(mark), REST)
    },
    say(text) {
      waiting = stop(waiting)
      heard = null
      if (resting === null) speak(text)
      else outcome = text
      stop(resting)
      resting = timer.set(rested, REST)
      stop(commanding)
      commanding = timer.set(() => {
        commanding = null
      }, 0)
    },
    stop() {
      for (const one of [waiting, resting, commanding]) stop(one)
    },
  }
}
