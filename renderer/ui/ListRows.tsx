import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { Card } from './Card.tsx'
import { wordsNow } from './doubts.ts'
import { type FocusWish, useEditor } from './editor-context.ts'
import styles from './ListPanel.module.css'
import { ListRowButton } from './ListRowButton.tsx'
import type { ListHeading, ListRow } from './list-rows.ts'
import { useDesk } from './tools.ts'
import { useListFocus } from './use-list-focus.ts'
import { useWho } from './use-who.ts'

interface ListRowsProps {
  readonly rows: readonly ListRow[]
  readonly wish: FocusWish | null
  readonly onChosen: (() => void) | undefined
}

/** The rows of the list; only those in sight are drawn. */
export function ListRows({ rows, wish, onChosen }: ListRowsProps) {
  const editor = useEditor()
  const who = useWho()
  const active = useDesk((state) => state.open?.editor.active ?? null)
  const story = useDesk((state) => state.open?.editor.story)
  const scroll = useRef<HTMLDivElement>(null)
  const { stop, target, focused, blurred, onKeyDown } = useListFocus(rows, wish, () => editor?.focus())

  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    // A row with a quote of one line; a card. Each is measured when it is drawn.
    estimateSize: (index) => (rows[index]?.kind === 'card' ? 170 : 66),
    overscan: 8,
    getItemKey: (index) => rows[index]?.key ?? index,
  })

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
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another active one moves the list
  useEffect(() => {
    const index = active === null ? -1 : rows.findIndex(({ key }) => key === active)
    if (index >= 0 && !scroll.current?.contains(document.activeElement)) list.scrollToIndex(index)
  }, [active, list])

  const items = list.getVirtualItems()
  // The Tab key must find a row even where the chosen one was scrolled away.
  const shownStop = items.some(({ index }) => index === stop)
    ? stop
    : items.find(({ index }) => rows[index]?.kind === 'mark')?.index
  const draw = (row: ListRow, index: number) => {
    if (row.kind === 'heading') return <Heading row={row} />
    const { annotation } = row
    const isActive = annotation.id === active
    if (row.kind === 'card') {
      return (
        <div className={styles.card}>
          <Card
            annotation={annotation}
            today={wordsNow(annotation, story)}
            {...who(annotation)}
            active={isActive}
            wish={wish?.id === annotation.id ? wish : null}
          />
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
      />
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows walk the buttons inside
    <div ref={scroll} className={styles.scroll} onKeyDown={onKeyDown} onFocus={focused} onBlur={blurred}>
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

const explained: Partial<Record<ListHeading['key'], string>> = {
  changed: 'Found, but the words read otherwise than when they were confirmed.',
  sentence: 'The words are the same; the sentence around them is not.',
  orphan: 'Their words are no longer in the story, or stand there more than once. Nothing was deleted.',
}

function Heading({ row: { key, text } }: { readonly row: ListHeading }) {
  return (
    <>
      <h3 className={styles.heading}>{text}</h3>
      {explained[key] !== undefined && <p className={styles.explain}>{explained[key]}</p>}
    </>
  )
}
