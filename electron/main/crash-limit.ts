// A page that dies again and again would reload for ever; a second time within a minute the person decides.
const WINDOW = 60_000
const RELOADS = 2

/**
 * Counts how often the page died. The returned function takes the time in milliseconds and says whether to load
 * the page again by itself: yes for the first two deaths within a minute.
 */
export function crashLimit(): (now: number) => boolean {
  let recent: number[] = []
  return (now) => {
    recent = [...recent.filter((time) => now - time < WINDOW), now]
    return recent.length <= RELOADS
  }
}
