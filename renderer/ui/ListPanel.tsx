import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { Card } from './Card.tsx'
import { EmptyMargin } from './EmptyMargin.tsx'
import { type FocusWish, useEditor } from './editor-context.ts'
import styles from './ListPanel.module.css'
import { ListRowButton } from './ListRowButton.tsx'
import { type ListRow, listRows } from './list-rows.ts'
import { useDesk } from './tools.ts'
import { useShown } from './use-shown.ts'
import { useWho } from './use-who.ts'

interface ListPanelProps {
  readonly wish: FocusWish | null
  readonly onChosen: (() => void) | undefined
}

/** All annotations in reading order, orphans in a group of their own; only rows in sight are drawn. */
export function ListPanel({ wish, onChosen }: ListPanelProps) {
  const editor = useEditor()
  const who = useWho()
  const annotations = useDeferredValue(useShown())
  const active = useDesk((state) => state.open?.editor.active ?? null)
  const rows = useMemo(() => listRows(annotations), [annotations])
  const scroll = useRef<HTMLDivElement>(null)
  const { stop, setStop, onKeyDown, toFocus } = useArrows(rows)

  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    // A row with a quote of one line; each is measured when it is drawn.
    estimateSize: () => 66,
    overscan: 8,
    getItemKey: (index) => rows[index]?.key ?? index,
  })

  useEffect(() => {
    if (toFocus === null) return
    list.scrollToIndex(toFocus.index)
    const frame = requestAnimationFrame(() =>
      scroll.current?.querySelector<HTMLElement>(`[data-index="${toFocus.index}"] button`)?.focus(),
    )
    return () => cancelAnimationFrame(frame)
  }, [toFocus, list])

  if (rows.length === 0) return <EmptyMargin />
  const items = list.getVirtualItems()
  // The Tab key must find a row even where the chosen one was scrolled away.
  const shownStop = items.some(({ index }) => index === stop)
    ? stop
    : items.find(({ index }) => rows[index]?.kind === 'mark')?.index
  const draw = (row: ListRow, index: number) => {
    if (row.kind === 'heading') return <Heading row={row} />
    const { annotation } = row
    const isActive = annotation.id === active
    if (row.kind === 'orphan') {
      const wanted = wish?.id === annotation.id ? wish : null
      return (
        <div className={styles.orphan}>
          <Card annotation={annotation} {...who(annotation)} active={isActive} wish={wanted} />
        </div>
      )
    }
    const choose = () => {
      editor?.activate(annotation.id, { scroll: true, focus: true })
      onChosen?.()
    }
    return (
      <ListRowButton
        annotation={annotation}
        who={who(annotation).who}
        active={isActive}
        tabIndex={index === shownStop ? 0 : -1}
        onChoose={choose}
        onFocus={() => setStop(index)}
      />
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows walk the buttons inside
    <div ref={scroll} className={styles.scroll} onKeyDown={onKeyDown}>
      <ul className={styles.rows} style={{ height: list.getTotalSize() }} aria-label="All annotations">
        {items.map(({ index, key, start }) => {
          const row = rows[index]
          return (
            row !== undefined && (
              <li
                key={key}
                ref={list.measureElement}
                data-index={index}
                className={styles.place}
                style={{ transform: `translateY(${start}px)` }}
                aria-setsize={rows.length}
                aria-posinset={index + 1}
              >
                {draw(row, index)}
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}

function Heading({ row }: { readonly row: ListRow & { readonly kind: 'heading' } }) {
  return (
    <>
      <h3 className={styles.heading}>{row.text}</h3>
      {row.key === 'orphans' && (
        <p className={styles.explain}>
          Their words are no longer in the story, or stand there more than once. Nothing was deleted.
        </p>
      )}
    </>
  )
}

/** One stop for the Tab key in a list of any length; arrows, Home and End move it over the marks. */
function useArrows(rows: readonly ListRow[]) {
  const first = rows.findIndex((row) => row.kind === 'mark')
  const [chosen, setStop] = useState(first)
  const [toFocus, setToFocus] = useState<{ readonly index: number } | null>(null)
  const stop = rows[chosen]?.kind === 'mark' ? chosen : first
  const onKeyDown = (event: KeyboardEvent) => {
    const target = { ArrowDown: stop + 1, ArrowUp: stop - 1, Home: first, End: rows.length - 1 }[event.key]
    if (target === undefined || !(event.target instanceof HTMLButtonElement)) return
    if (event.target.getAttribute('aria-haspopup') !== null) return
    event.preventDefault()
    if (rows[target]?.kind !== 'mark') return
    setStop(target)
    setToFocus({ index: target })
  }
  return { stop, setStop, onKeyDown, toFocus }
}
