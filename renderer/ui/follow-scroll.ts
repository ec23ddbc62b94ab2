import { STORY_SCROLL } from './page/Page.tsx'

/**
 * Keeps the cards level with the story. In the frame itself the list is only moved along, so that a mark, a letter or
 * a jump is on the screen before the places of all cards are asked for; and not at all while the story runs by.
 * @param place finds places for all cards anew
 * @param move moves the list; gets how far the story is scrolled, in pixels
 * @param atRest runs something when there is time for it; returns how to call it off
 */
export function followScroll(
  place: () => void,
  move: (scrolled: number) => void,
  atRest: (run: () => void) => () => void,
): { follow(): void; stop(): void } {
  let scrolled: number | null = null
  let stop = () => {}
  return {
    follow() {
      const page = document.getElementById(STORY_SCROLL)
      if (page === null) return
      const now = page.scrollTop
      if (now !== scrolled) move(now)
      scrolled = now
      stop()
      stop = atRest(place)
    },
    stop: () => stop(),
  }
}
