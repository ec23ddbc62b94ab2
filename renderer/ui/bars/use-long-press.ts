import { type PointerEvent, useEffect, useRef } from 'react'

// As long as touch screens wait for a context menu, in milliseconds.
const LONG = 500

interface LongPress {
  /** Handlers for the element that is pressed. */
  readonly handlers: {
    onPointerDown(event: PointerEvent): void
    onPointerUp(): void
    onPointerLeave(): void
    onPointerCancel(): void
  }
  /** True once after a long press: the click that follows belongs to it. */
  take(): boolean
}

/** Runs `act` when an element is held down with the main button, a finger or a pen, for half a second. */
export function useLongPress(act: () => void): LongPress {
  const timer = useRef<number | undefined>(undefined)
  const done = useRef(false)
  const latest = useRef(act)
  latest.current = act
  const stop = () => window.clearTimeout(timer.current)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  return {
    handlers: {
      onPointerDown(event) {
        stop()
        done.current = false
        if (event.button !== 0) return
        timer.current = window.setTimeout(() => {
          done.current = true
          latest.current()
        }, LONG)
      },
      onPointerUp: stop,
      onPointerLeave: stop,
      onPointerCancel: stop,
    },
    take() {
      const was = done.current
      done.current = false
      return was
    },
  }
}
