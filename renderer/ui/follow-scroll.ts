import { behindFrame } from '../editor/behind-frame.ts'
import { STORY_SCROLL } from './page/Page.tsx'

// In pixels a frame: what runs by faster is not read. A card has about as much height.
const FAST = 60

/**
 * Keeps the cards level with the story. In the frame itself the list is only moved along, so that a mark, a letter or
 * a jump is on the screen before the places of all cards are asked for; and not at all while the story runs by.
 * @param place finds places for all cards anew
 * @param move moves the list; gets how far the story is scrolled, in pixels
 */
export function followScroll(
  place: () => void,
  move: (scrolled: number) => void,
): { follow(): void; stop(): void } {
  let scrolled: number | null = null
  let stop = () => {}
  return {
    follow() {
      const page = document.getElementById(STORY_SCROLL)
      if (page === null) return
      const now = page.scrollTop
      const isFast = scrolled !== null && Math.abs(now - scrolled) > FAST
      if (now !== scrolled) move(now)
      scrolled = now
      stop()
      stop = isFast ? inNextFrame(place) : behindFrame(place)
    },
    stop: () => stop(),
  }
}

function inNextFrame(run: () => void): () => void {
  let stop = () => cancelAnimationFrame(frame)
  const frame = requestAnimationFrame(() => {
    stop = behindFrame(run)
  })
  return () => stop()
}
