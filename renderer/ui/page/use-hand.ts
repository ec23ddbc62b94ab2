import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Point } from './place-popover.ts'

export interface Hand {
  /** The pointer is pressed on the story: a selection may be growing under it. */
  readonly down: boolean
  /** Where the pointer last let go of the story; null: keys were used since. */
  readonly at: RefObject<Point | null>
}

/** Whether the story is worked with the pointer or with keys right now. */
export function useHand(): Hand {
  const [down, setDown] = useState(false)
  const at = useRef<Point | null>(null)
  useEffect(() => {
    let pressed = false
    const press = (event: PointerEvent) => {
      pressed = event.target instanceof Element && event.target.closest('.story') !== null
      if (pressed) setDown(true)
    }
    const release = ({ clientX, clientY }: PointerEvent) => {
      if (pressed) at.current = { x: clientX, y: clientY }
      pressed = false
      setDown(false)
    }
    const key = () => {
      at.current = null
    }
    const stopped = new AbortController()
    // Capture: what lies over the story may stop these on their way.
    const all = { capture: true, signal: stopped.signal }
    window.addEventListener('pointerdown', press, all)
    window.addEventListener('pointerup', release, all)
    window.addEventListener('pointercancel', release, all)
    window.addEventListener('keydown', key, all)
    return () => stopped.abort()
  }, [])
  return { down, at }
}
