/**
 * Keys or steps of the wheel that come closer than this follow one another, in milliseconds: a held key, typing. Where
 * frames are slow, those of a held key come as far apart as this.
 */
const RUN = 250
/** So long after the last of them the hands rest, in milliseconds: longer than a held key takes to repeat (33). */
const REST = 60
/**
 * What is waited for comes after this even if they never rest, in milliseconds; but not while the story runs by, faster
 * than anybody reads.
 */
const LATEST = 1000

/** Whether the hands are in the middle of something. Times are in milliseconds, of any one clock. */
export class Pace {
  private last = Number.NEGATIVE_INFINITY
  private inRun = false
  private ranBy = Number.NEGATIVE_INFINITY

  /** A key. */
  moved(now: number): void {
    this.inRun = now - this.last < RUN
    this.last = now
  }

  /** The story moved by more than can be followed: a step of the wheel, a page down. */
  runsBy(now: number): void {
    this.ranBy = now
    this.moved(now)
  }

  /**
   * How long to wait with what nobody looks at yet; 0: there is time now.
   * @param asked when it was first asked for
   * @param still a whole frame was made in which nothing moved. The next key or step of the wheel may else be waiting
   * for a slow frame, and no time without them tells that the hands rest
   */
  wait(now: number, asked: number, still: boolean): number {
    const latest = Math.max(asked, this.ranBy) + LATEST - now
    if (!this.inRun || latest <= 0) return 0
    const rest = REST - (now - this.last)
    return Math.min(still ? Math.max(0, rest) : Math.max(1, rest), latest)
  }
}
