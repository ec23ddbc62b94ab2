import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { FocusWish } from '../editor-context.ts'
import type { ListRow } from './list-rows.ts'

/** Row to bring into sight; a new object does it again. */
interface Target {
  readonly index: number
  /** The focus goes there, too. */
  readonly focus: boolean
}

/** Wishes whose row was brought into sight. */
const shown = new WeakSet<FocusWish>()

/**
 * One stop for the Tab key in a list of any length; arrows, Home and End move it over the rows. A row that goes away
 * under the focus, because what it asked was answered, hands it to the one that takes its place; the last one to
 * `leave`.
 */
export function useListFocus(rows: readonly ListRow[], wish: FocusWish | null, leave: () => void) {
  const first = rows.findIndex(isMark)
  const [chosen, setStop] = useState(first)
  const [target, setTarget] = useState<Target | null>(null)
  /** Row that the focus is in, or was in when the row went away; null: it left by itself. */
  const inside = useRef<{ readonly index: number; readonly key: string } | null>(null)
  const stop = isMark(rows[chosen]) ? chosen : first

  const go = (index: number) => {
    setStop(index)
    setTarget({ index, focus: true })
  }
  const focused = ({ target }: FocusEvent) => {
    const index = Number(target.closest<HTMLElement>('[data-index]')?.dataset.index ?? -1)
    const row = rows[index]
    inside.current = row === undefined ? null : { index, key: row.key }
    if (row !== undefined) setStop(index)
  }
  // React keeps this to itself while it takes elements away.
  const blurred = () => {
    inside.current = null
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const button = event.target
    if (!(button instanceof HTMLButtonElement) || button.getAttribute('aria-haspopup') !== null) return
    const next = { ArrowDown: nearest(rows, stop + 1, 1), ArrowUp: nearest(rows, stop - 1, -1) }
    const ends = { Home: first, End: rows.length - 1 }
    const index = { ...next, ...ends }[event.key]
    if (index === undefined) return
    event.preventDefault()
    if (index !== null) go(index)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another wish or other rows decide
  useEffect(() => {
    if (wish === null || wish.id === null || shown.has(wish)) return
    const index = rows.findIndex(({ key }) => key === wish.id)
    if (index < 0) return
    shown.add(wish)
    // A card takes the focus by itself, where it is wished for.
    if (wish.part === 'row') go(index)
    else setTarget({ index, focus: false })
  }, [wish, rows])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other rows can have taken the focus away
  useEffect(() => {
    const lost = inside.current
    if (lost === null || document.activeElement !== document.body) return
    if (rows.some(({ key }) => key === lost.key)) return
    const at = Math.min(lost.index, rows.length - 1)
    const index = nearest(rows, at, 1) ?? nearest(rows, at, -1)
    if (index !== null) go(index)
  }, [rows])
  const leaving = useRef(leave)
  leaving.current = leave
  useEffect(
    () => () => {
      if (inside.current !== null && document.activeElement === document.body) leaving.current()
    },
    [],
  )
  return { stop, target, focused, blurred, onKeyDown }
}

function isMark(row: ListRow | undefined): boolean {
  return row !== undefined && row.kind !== 'heading'
}

/** The row from `from` on, in a direction, that is no heading; null: there is none. */
function nearest(rows: readonly ListRow[], from: number, step: 1 | -1): number | null {
  for (let index = from; index >= 0 && index < rows.length; index += step) {
    if (isMark(rows[index])) return index
  }
  return null
}
