import { behindFrame } from './behind-frame.ts'
import { Pace } from './pace.ts'

/** In pixels a frame: what runs by faster is not read. A card has about as much height. */
const FAST = 60

/**
 * What the hands do, so that the window does not work on what nobody looks at yet while the next key is on its way:
 * the marks around what is in sight, the places of cards.
 */
export class Hands {
  private readonly scroller: HTMLElement | null
  private readonly stopped = new AbortController()
  private readonly pace = new Pace()
  private scrolled: number | null = null
  /** How often they moved. */
  private moves = 0

  /** @param scroller what scrolls the story; null: the window. */
  constructor(scroller: HTMLElement | null) {
    this.scroller = scroller
    const { signal } = this.stopped
    window.addEventListener('keydown', () => this.moved(), { capture: true, signal })
    const scrolls: EventTarget = scroller ?? window
    scrolls.addEventListener('scroll', () => this.scroll(), { passive: true, signal })
  }

  /**
   * Runs something when the frame that is being made is painted; in a run of keys or of fast scrolling, when the
   * hands rest. Returns how to call it off.
   * @param asked when it was first asked for, by `performance.now()`
   */
  atRest(run: () => void, asked = performance.now()): () => void {
    let timer: number | undefined
    let frame: number | undefined
    let stopBehind = () => {}
    const look = (still: boolean) => {
      const wait = this.pace.wait(performance.now(), asked, still)
      if (wait === 0) run()
      else timer = window.setTimeout(oneFrame, wait)
    }
    const oneFrame = () => {
      const { moves } = this
      frame = requestAnimationFrame(() => {
        stopBehind = behindFrame(() => look(moves === this.moves))
      })
    }
    stopBehind = behindFrame(() => look(false))
    return () => {
      stopBehind()
      window.clearTimeout(timer)
      if (frame !== undefined) cancelAnimationFrame(frame)
    }
  }

  stop(): void {
    this.stopped.abort()
  }

  private moved(): void {
    this.moves += 1
    this.pace.moved(performance.now())
  }

  private scroll(): void {
    const now = this.scroller?.scrollTop ?? window.scrollY
    if (this.scrolled !== null && Math.abs(now - this.scrolled) > FAST) {
      this.moves += 1
      this.pace.runsBy(performance.now())
    }
    this.scrolled = now
  }
}
