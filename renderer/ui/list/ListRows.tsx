import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { Annotation } from '../../../shared/annotation/annotation.ts'
import { Card } from '../cards/Card.tsx'
import { wordsNow } from '../doubts.ts'
import { type FocusWish, useEditor } from '../editor-context.ts'
import { useDesk, useTools } from '../tools.ts'
import { useWho } from '../use-who.ts'
import styles from './ListPanel.module.css'
import { ListRowButton } from './ListRowButton.tsx'
import type { ListHeading, ListRow } from './list-rows.ts'
import { useListTrail } from './list-trail.ts'
import { useAnchor } from './use-anchor.ts'
import { useListFocus } from './use-list-focus.ts'

interface ListRowsProps {
  readonly rows: readonly ListRow[]
  /** The rows stand in the order of time, and say it. */
  readonly byTime: boolean
  readonly wish: FocusWish | null
  readonly onChosen: (() => void) | undefined
}

/** The rows of the list; only those in sight are drawn. */
export function ListRows({ rows, byTime, wish, onChosen }: ListRowsProps) {
  const editor = useEditor()
  const { store } = useTools()
  const who = useWho()
  const active = useDesk((state) => state.open?.editor.active ?? null)
  const story = useDesk((state) => state.open?.editor.story)
  const scroll = useRef<HTMLDivElement>(null)
  const trail = useListTrail()
  const focus = useListFocus(rows, trail.wish ?? wish, () => editor?.focus())
  const { stop, target, focused, blurred, onKeyDown } = focus
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another wish was another way back
  useEffect(() => {
    if (trail.wish !== null) trail.arrived()
  }, [trail.wish])

  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    // A row with a quote of one line; a card. Each is measured when it is drawn.
    estimateSize: (index) => (rows[index]?.kind === 'card' ? 170 : 66),
    overscan: 8,
    getItemKey: (index) => rows[index]?.key ?? index,
  })

  const onScroll = useAnchor(list, rows, scroll)

  useEffect(() => {
    if (target === null) return
    list.scrollToIndex(target.index)
    if (!target.focus) return
    const frame = requestAnimationFrame(() =>
      scroll.current?.querySelector<HTMLElement>(`[data-index="${target.index}"] button`)?.focus(),
    )
    return () => cancelAnimationFrame(frame)
  }, [target, list])

  // The keys walk the marks in the story; the list goes along, unless the hands are in it.
  const followed = useRef<string | null>(null)
  useEffect(() => {
    if (followed.current === active) return
    const index = active === null ? -1 : rows.findIndex(({ key }) => key === active)
    // A mark that was just made comes into the rows a moment later.
    if (index < 0 && active !== null) return
    followed.current = active
    if (index >= 0 && !scroll.current?.contains(document.activeElement)) list.scrollToIndex(index)
  }, [active, rows, list])

  const items = list.getVirtualItems()
  // The Tab key must find a row even where the chosen one was scrolled away.
  const shownStop = items.some(({ index }) => index === stop)
    ? stop
    : items.find(({ index }) => rows[index]?.kind === 'mark')?.index
  // Where it stands today is asked for only where its words are shown.
  const standing = (annotation: Annotation): Annotation =>
    annotation.drift === 'words'
      ? (store.get().open?.editor.annotations.find(({ id }) => id === annotation.id) ?? annotation)
      : annotation
  const draw = (row: ListRow, index: number) => {
    if (row.kind === 'heading') return <Heading row={row} />
    const { annotation } = row
    const isActive = annotation.id === active
    if (row.kind === 'card') {
      return (
        <div className={styles.card}>
          <Card
            annotation={annotation}
            today={wordsNow(standing(annotation), story)}
            {...who(annotation)}
            active={isActive}
            wish={wish?.id === annotation.id ? wish : null}
          />
        </div>
      )
    }
    const choose = () => {
      editor?.activate(annotation.id, { scroll: true, focus: true })
      trail.left(annotation.id)
      onChosen?.()
    }
    return (
      <ListRowButton
        annotation={annotation}
        who={who(annotation).who}
        showTime={byTime}
        active={isActive}
        tabIndex={index === shownStop ? 0 : -1}
        onChoose={choose}
      />
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows walk the buttons inside
    <div
      ref={scroll}
      className={styles.scroll}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      onFocus={focused}
      onBlur={blurred}
    >
      <ul className={styles.rows} style={{ height: list.getTotalSize() }} aria-label="List of annotations">
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

function Heading({ row: { text, explain } }: { readonly row: ListHeading }) {
  return (
    <>
      <h3 className={styles.heading}>
        <bdi>{text}</bdi>
      </h3>
      {explain !== null && <p className={styles.explain}>{explain}</p>}
    </>
  )
}
