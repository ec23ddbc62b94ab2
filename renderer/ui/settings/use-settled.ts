import { useEffect, useRef } from 'react'

// Longer than from one step of a dragged slider to the next, and too short to wait for, in milliseconds.
const REST = 250

interface Settled<T> {
  /** `act` runs with the last value when no other came for a moment. */
  later(value: T): void
  /** Now, if one waits. */
  now(): void
}

/** What a hand that drags or turns a control settles on. Nothing is lost when the control goes away before. */
export function useSettled<T>(act: (value: T) => void): Settled<T> {
  const waiting = useRef<{ readonly value: T; readonly timer: number } | null>(null)
  const latest = useRef(act)
  latest.current = act
  const now = useRef(() => {
    const { current } = waiting
    waiting.current = null
    if (current === null) return
    window.clearTimeout(current.timer)
    latest.current(current.value)
  })
  useEffect(() => now.current, [])
  return {
    later(value) {
      if (waiting.current !== null) window.clearTimeout(waiting.current.timer)
      waiting.current = { value, timer: window.setTimeout(now.current, REST) }
    },
    now: now.current,
  }
}
