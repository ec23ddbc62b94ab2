import { CODE_LIFE } from './session-codes.ts'

/** Decides when the browser host ends. */
export interface Ending {
  /** Resolves when it is time. */
  readonly ended: Promise<void>
  /** At once, e.g. for Ctrl-C. */
  end(): void
  /** The person has, or needs, a fresh address: for as long as it is good, the last window is not the last. */
  expectWindow(): void
  windowOpened(): void
  /** No window is left. */
  lastWindowLeft(): void
}

/** @param byItself after the last window; false: only `end()` ends it. */
export function createEnding(byItself: boolean): Ending {
  let expecting: NodeJS.Timeout | undefined
  let allLeft = false
  let resolve = (): void => {}
  const ended = new Promise<void>((done) => {
    resolve = done
  })
  const expectNone = (): void => {
    clearTimeout(expecting)
    expecting = undefined
  }
  const end = (): void => {
    expectNone()
    resolve()
  }
  return {
    ended,
    end,
    expectWindow() {
      if (!byItself) return
      expectNone()
      expecting = setTimeout(() => {
        expecting = undefined
        if (allLeft) end()
      }, CODE_LIFE)
    },
    windowOpened() {
      expectNone()
      allLeft = false
    },
    lastWindowLeft() {
      allLeft = true
      if (byItself && expecting === undefined) end()
    },
  }
}
