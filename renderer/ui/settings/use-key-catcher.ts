import { useEffect, useRef } from 'react'
import type { Keys } from '../../../shared/desk/commands.ts'
import type { Platform } from '../../../shared/desk/contract.ts'
import { keysOfStroke } from '../../editor/key-stroke.ts'

const modifiers = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta'])

interface KeyCatcher {
  /** Nothing is caught while this is false. */
  readonly on: boolean
  readonly platform: Platform
  /** The next stroke; what is only held is waited out. */
  onKeys(keys: Keys): void
  /** Escape or Tab: the person wants to leave. */
  onLeave(): void
}

/** Takes the next key stroke before anything else in the window hears of it. */
export function useKeyCatcher({ on, platform, onKeys, onLeave }: KeyCatcher): void {
  const latest = useRef({ onKeys, onLeave })
  latest.current = { onKeys, onLeave }
  useEffect(() => {
    if (!on) return
    const onKeyDown = (event: KeyboardEvent) => {
      const held = event.ctrlKey || event.altKey || event.metaKey
      if (event.key === 'Tab' && !held) return latest.current.onLeave()
      event.preventDefault()
      event.stopImmediatePropagation()
      if (event.repeat || modifiers.has(event.key)) return
      if (event.key === 'Escape' && !held) latest.current.onLeave()
      else latest.current.onKeys(keysOfStroke(event, platform))
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [on, platform])
}
