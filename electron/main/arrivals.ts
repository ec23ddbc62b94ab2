/**
 * Story files on their way in: from the command line, from the system (which may send them before the program is
 * ready) and from later starts. They wait until someone takes them.
 */
export interface Arrivals {
  add(files: readonly string[]): void
  /** Takes out everything that waits; absolute paths, in order. */
  take(): readonly string[]
  /** What waits and what comes later goes to `open`, at once. */
  passTo(open: (files: readonly string[]) => void): void
}

export function arrivals(): Arrivals {
  let waiting: readonly string[] = []
  let open: ((files: readonly string[]) => void) | undefined
  const take = (): readonly string[] => {
    const taken = waiting
    waiting = []
    return taken
  }
  const pass = (): void => {
    if (open !== undefined && waiting.length > 0) open(take())
  }
  return {
    add(files) {
      waiting = [...waiting, ...files]
      pass()
    },
    take,
    passTo(opener) {
      open = opener
      pass()
    },
  }
}
