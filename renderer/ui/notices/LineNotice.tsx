import { useEffect, useState } from 'react'
import { Notice } from '../parts/Notice.tsx'

/** State of the line to the desk, as the transport tells it. */
export type Line = 'up' | 'down' | 'ended'
export type OnLine = (listener: (line: Line) => void) => () => void

// A line that is back so soon was never missed.
const PATIENCE = 1500

/** The browser host only: the program behind this page does not answer. */
export function LineNotice({ onLine }: { readonly onLine: OnLine }) {
  const [line, setLine] = useState<Line>('up')
  useEffect(() => {
    let timer: number | undefined
    const stop = onLine((next) => {
      window.clearTimeout(timer)
      if (next === 'down') timer = window.setTimeout(() => setLine(next), PATIENCE)
      else setLine(next)
    })
    return () => {
      window.clearTimeout(timer)
      stop()
    }
  }, [onLine])
  if (line === 'up') return null
  return (
    <Notice tone="bad">
      {line === 'down'
        ? 'Galley does not answer. Trying again; keep this window open, what you did is still here.'
        : 'Galley was ended, so this window can no longer save. Start it again and open the story from there.'}
    </Notice>
  )
}
