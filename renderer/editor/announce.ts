/** What the announcer needs of the clock, so that tests are exact. */
export interface Timer {
  set(run: () => void, milliseconds: number): number
  clear(timer: number): void
}

export interface Announcer {
  /** The caret came into a mark, or (null) left the last one. Waits until it rests. */
  moved(description: string | null): void
  /** Says the outcome of a command at once; it stands for what the caret's move would have said. */
  say(text: string): void
  stop(): void
}

// Long enough that a held arrow key says only where it ends, short enough to feel like an answer.
const REST = 150

/** Tells people who can't see the marks what the caret meets. `speak` puts words into the polite live region. */
export function createAnnouncer(speak: (text: string) => void, timer: Timer): Announcer {
  let waiting: number | null = null
  let inside: string | null = null
  const cancel = () => {
    if (waiting !== null) timer.clear(waiting)
    waiting = null
  }
  return {
    moved(description) {
      if (description === inside) return
      cancel()
      const text = description ?? 'Outside marks'
      inside = description
      waiting = timer.set(() => {
        waiting = null
        speak(text)
      }, REST)
    },
    say(text) {
      cancel()
      speak(text)
    },
    stop: cancel,
  }
}
