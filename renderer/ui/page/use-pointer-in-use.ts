import { useEffect, useState } from 'react'

// A hand that comes to rest on the desk shoves the mouse a little, in pixels.
const SHOVE = 3

// Held for the pointer as often as for a key.
const modifiers = ['Alt', 'AltGraph', 'Control', 'Meta', 'Shift']

/** True while the pointer is moved or pressed, until the next key: who uses which is known by the last thing done. */
export function usePointerInUse(): boolean {
  const [inUse, setInUse] = useState(false)
  useEffect(() => {
    const move = ({ movementX, movementY }: PointerEvent) => {
      if (Math.abs(movementX) + Math.abs(movementY) > SHOVE) setInUse(true)
    }
    const stopped = new AbortController()
    const all = { capture: true, passive: true, signal: stopped.signal }
    window.addEventListener('pointermove', move, all)
    window.addEventListener('pointerdown', () => setInUse(true), all)
    window.addEventListener('keydown', ({ key }) => modifiers.includes(key) || setInUse(false), all)
    return () => stopped.abort()
  }, [])
  return inUse
}
