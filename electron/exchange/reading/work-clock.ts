export interface WorkLimits {
  /** Of work of the thread, from when a file is given to it. */
  readonly milliseconds: number
  /** How long an answer is waited for at most, however little the thread could work; milliseconds. */
  readonly patience: number
}

// How often a thread is looked at that is about to reach its limit, in milliseconds.
const STEP = 100

/**
 * Ends what works too long. Time in which the computer slept or this process was stopped is not waited.
 * @param worked milliseconds that the thread has worked so far
 * @param over called once, with the milliseconds that were too long
 * @returns stops the clock.
 */
export function workClock(
  { milliseconds, patience }: WorkLimits,
  worked: () => number,
  over: (milliseconds: number) => void,
): () => void {
  let waited = 0
  let timer: NodeJS.Timeout
  const wait = (work: number) => {
    // It can't have worked longer than the clock ran.
    const pause = Math.min(Math.max(milliseconds - work, STEP), patience - waited)
    timer = setTimeout(() => {
      waited += pause
      const now = worked()
      if (now >= milliseconds) over(milliseconds)
      else if (waited >= patience) over(patience)
      else wait(now)
    }, pause)
  }
  wait(0)
  return () => clearTimeout(timer)
}
