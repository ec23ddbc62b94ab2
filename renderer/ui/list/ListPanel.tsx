import { type KeyboardEvent, useDeferredValue, useMemo, useRef } from 'react'
import type { Annotation } from '../../../shared/annotation/annotation.ts'
import { isFiltering } from '../../../shared/annotation/filter.ts'
import { EmptyMargin } from '../cards/EmptyMargin.tsx'
import { type FocusWish, useEditor } from '../editor-context.ts'
import { useDesk, useTools } from '../tools.ts'
import { useShown, useVisible } from '../use-shown.ts'
import { useTags } from '../use-tags.ts'
import { ListEmpty } from './ListEmpty.tsx'
import { ListFilterBar } from './ListFilterBar.tsx'
import styles from './ListPanel.module.css'
import { ListRows } from './ListRows.tsx'
import { listRows } from './list-rows.ts'

interface ListPanelProps {
  readonly wish: FocusWish | null
  readonly onChosen: (() => void) | undefined
}

/** All annotations, or those that the filter lets through; by place, by time, by tag, or in groups to check. */
export function ListPanel({ wish, onChosen }: ListPanelProps) {
  const { actions } = useTools()
  const editor = useEditor()
  const shown = useShown()
  // The tab answers at once, and what is in the list follows: with 20,000 it takes some frames.
  const annotations = useDeferredValue<readonly Annotation[] | null>(shown, null)
  const all = useVisible()
  const filter = useDesk((state) => state.filter)
  const order = useDesk((state) => state.listOrder)
  const tags = useTags()
  const { attention } = filter
  const rows = useMemo(
    () => annotations && listRows(annotations, { order, attention, tags, now: new Date() }),
    [annotations, order, attention, tags],
  )

  const panel = useRef<HTMLDivElement>(null)
  // What was pressed for it goes away: the first chip has the focus then.
  const showAll = () => {
    actions.clearFilter()
    panel.current?.querySelector('button')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // What stands in the list comes first: a note is closed, a menu folded.
    if (event.key !== 'Escape' || event.defaultPrevented) return
    const filtering = isFiltering(filter)
    // A sheet around the list closes by itself.
    if (!filtering && onChosen !== undefined) return
    event.preventDefault()
    event.stopPropagation()
    const inRow = event.target instanceof Element && event.target.closest('[data-index]') !== null
    if (!filtering) editor?.focus()
    else if (inRow) actions.clearFilter()
    else showAll()
  }
  if (all.length === 0 && !isFiltering(filter)) return <EmptyMargin />
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves what stands inside, one thing after the other
    <div ref={panel} className={styles.panel} onKeyDown={onKeyDown}>
      <ListFilterBar wish={wish} shown={shown.length} all={all.length} onShowAll={showAll} />
      {rows === null ? null : rows.length > 0 ? (
        // Another order is another list: its place, its stop and its heights are its own.
        <ListRows
          key={attention ? 'attention' : order}
          rows={rows}
          byTime={order === 'time' && !attention}
          wish={wish}
          onChosen={onChosen}
        />
      ) : (
        <ListEmpty attention={attention} onShowAll={showAll} />
      )}
    </div>
  )
}
