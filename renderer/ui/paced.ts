/** What React reads a store by. */
export type Subscribe = (changed: () => void) => () => void

/**
 * Passes on changes at most once per frame, through `later`. React answers a store at once and before anything is
 * painted; so paced, a mark in the story is on the screen before the panels begin to follow it.
 */
export function paced(subscribe: Subscribe, later: (run: () => void) => void): Subscribe {
  const listeners = new Set<() => void>()
  let waiting = false
  const flush = () => {
    waiting = false
    for (const listener of [...listeners]) listener()
  }
  subscribe(() => {
    if (waiting) return
    waiting = true
    later(flush)
  })
  return (changed) => {
    listeners.add(changed)
    return () => {
      listeners.delete(changed)
    }
  }
}
