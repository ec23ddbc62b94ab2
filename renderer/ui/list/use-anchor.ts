import type { Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react'
import { followRow } from './follow-row.ts'
import type { ListRow } from './list-rows.ts'

/** Where the list stood: the first row in sight and how much of it was scrolled away, in pixels. */
interface Anchor {
  readonly index: number
  readonly over: number
}

/**
 * Keeps what is in sight where it is while rows come and go above it. At the very top the list stays at the top: a
 * new first row is seen. Returns what is to be called when the list scrolls.
 */
export function useAnchor(
  list: Virtualizer<HTMLDivElement, Element>,
  rows: readonly ListRow[],
  scroll: RefObject<HTMLDivElement | null>,
): () => void {
  const anchor = useRef<Anchor | null>(null)
  const before = useRef(rows)
  const read = useCallback(() => {
    const top = scroll.current?.scrollTop ?? 0
    const first = list.getVirtualItemForOffset(top)
    anchor.current = first === undefined || top === 0 ? null : { index: first.index, over: top - first.start }
  }, [list, scroll])
  useLayoutEffect(() => {
    const old = before.current
    before.current = rows
    if (old === rows || anchor.current === null || scroll.current === null) return
    const index = followRow(old, rows, anchor.current.index)
    const start = index === null ? undefined : list.measurementsCache[index]?.start
    if (index === null || start === undefined) return
    scroll.current.scrollTop = start + anchor.current.over
    anchor.current = { index, over: anchor.current.over }
  }, [rows, list, scroll])
  return read
}
