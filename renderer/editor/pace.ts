/** Keys or steps of the wheel that come closer than this follow one another, in milliseconds: a held key, fast typing. */
const RUN = 120
/** So long after the last of them the hands rest, in milliseconds: longer than a held key takes to repeat (33). */
const REST = 60
/** What is waited for comes after this even if they never rest, in milliseconds. */
const LATEST = 1000

/** Whether the hands are in the middle of something. Times are in milliseconds, of any one clock. */
export class Pace {
  private last = Number.NEGATIVE_INFINITY
  private inRun = false

  /** A key, or a step of the wheel. */
  moved(now: number): void {
    this.inRun = now - this.last < RUN
    this.last = now
  }

  /** How long to wait with what nobody looks at yet; 0: there is time now. @param asked when it was first asked for */
  wait(now: number, asked: number): number {
    const rested = now - this.last
    if (!this.inRun || rested >= REST) return 0
    return Math.max(0, Math.min(REST - rested, asked + LATEST - now))
  }
}
