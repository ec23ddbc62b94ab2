/** From the top to the bottom of what can be seen of the page, in pixels of the window. */
interface Sight {
  readonly top: number
  readonly bottom: number
}

// A line of text, in pixels: a border in the last line in sight can still be put there without a scroll in between.
const STRIP = 20
// In pixels a second: slow enough to stop at a line, fast enough for a page in half a second.
const SLOWEST = 120
const FASTEST = 1600
// So far from the inner border of the strip it is fastest, in pixels. Beyond the edge there is little room in a window.
const REACH = 80
// A page that was busy for longer does not jump afterwards, in milliseconds.
const LONGEST_FRAME = 50

/**
 * How fast the page runs under a pointer that is held at its top or bottom edge or beyond, in pixels a second; down is
 * positive. The further out, the faster; 0 everywhere else.
 */
export function edgeSpeed(y: number, { top, bottom }: Sight): number {
  const strip = Math.min(STRIP, Math.max(0, (bottom - top) / 4))
  const above = top + strip - y
  const below = y - (bottom - strip)
  const out = Math.max(above, below)
  if (out <= 0) return 0
  const speed = SLOWEST + (FASTEST - SLOWEST) * Math.min(1, out / REACH) ** 2
  return above > below ? -speed : speed
}

/** A page that runs while something is held at its edge. */
export interface EdgeScroll {
  /** The pointer is at a height of the window. */
  hold(y: number): void
  stop(): void
}

/**
 * @param sight what can be seen of the page now
 * @param scrolled the page was scrolled by a step, in the frame that shows it
 */
export function createEdgeScroll(
  scroller: HTMLElement,
  sight: () => Sight,
  scrolled: () => void,
): EdgeScroll {
  let frame = 0
  let speed = 0
  let last = 0
  /** What is less than a pixel waits for the next step. */
  let left = 0
  const step = (now: number) => {
    left += (speed * Math.min(now - last, LONGEST_FRAME)) / 1000
    last = now
    const whole = Math.trunc(left)
    left -= whole
    const before = scroller.scrollTop
    scroller.scrollBy({ top: whole, behavior: 'instant' })
    frame = requestAnimationFrame(step)
    if (scroller.scrollTop !== before) scrolled()
  }
  const stop = () => {
    cancelAnimationFrame(frame)
    frame = 0
    left = 0
  }
  return {
    hold(y) {
      speed = edgeSpeed(y, sight())
      if (speed === 0) return stop()
      if (frame !== 0) return
      last = performance.now()
      frame = requestAnimationFrame(step)
    },
    stop,
  }
}
