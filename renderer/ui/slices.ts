/** Work in small steps: wherever it yields it can be put aside for the hands, or given up. */
export type Steps<T> = Generator<undefined, T, undefined>

/** What is needed of the clock, so that tests are exact. */
export interface Pace {
  /** In milliseconds. */
  now(): number
  /** Runs something when what is waiting had its turn. Returns how to call it off. */
  later(run: () => void): () => void
  /** The same, when nothing asked for it again for a moment. */
  rest(run: () => void): () => void
}

// A pause in typing, in milliseconds: while the hands move, what was counted would be out of date at once.
const REST = 120

// Half a frame at 60 Hz: a key that comes meanwhile is still answered in the next one.
const SLICE = 8

/** Does the steps in slices, none much longer than half a frame. Returns how to give up; then `done` never comes. */
export function inSlices<T>(steps: Steps<T>, done: (value: T) => void, pace: Pace): () => void {
  let stop = pace.later(slice)
  function slice() {
    const until = pace.now() + SLICE
    do {
      const step = steps.next()
      if (step.done === true) return done(step.value)
    } while (pace.now() < until)
    stop = pace.later(slice)
  }
  return () => stop()
}

/** The clock of the window. */
export const windowPace: Pace = {
  now: () => performance.now(),
  later(run) {
    const timer = setTimeout(run)
    return () => clearTimeout(timer)
  },
  rest(run) {
    const timer = setTimeout(run, REST)
    return () => clearTimeout(timer)
  },
}
