import { useDeferredValue, useMemo } from 'react'
import { countDoubts, doubtTotal } from './doubts.ts'
import { EmptyMargin } from './EmptyMargin.tsx'
import type { FocusWish } from './editor-context.ts'
import { ListFilterBar } from './ListFilterBar.tsx'
import styles from './ListPanel.module.css'
import { ListRows } from './ListRows.tsx'
import { listRows } from './list-rows.ts'
import { useDesk } from './tools.ts'
import { useShown } from './use-shown.ts'

interface ListPanelProps {
  readonly wish: FocusWish | null
  readonly onChosen: (() => void) | undefined
}

/** All annotations in reading order, or those that need a person, in groups. */
export function ListPanel({ wish, onChosen }: ListPanelProps) {
  const annotations = useDeferredValue(useShown())
  const filter = useDesk((state) => state.listFilter)
  const rows = useMemo(() => listRows(annotations, filter), [annotations, filter])
  const doubts = useMemo(() => doubtTotal(countDoubts(annotations)), [annotations])

  if (annotations.length === 0) return <EmptyMargin />
  return (
    <div className={styles.panel}>
      {(doubts > 0 || filter === 'doubts') && <ListFilterBar filter={filter} doubts={doubts} />}
      {rows.length > 0 ? (
        // Another filter is another list: its place, its stop and its heights are its own.
        <ListRows key={filter} rows={rows} wish={wish} onChosen={onChosen} />
      ) : (
        <p className={styles.none}>Nothing to check: every mark stands in the text as it was confirmed.</p>
      )}
    </div>
  )
}
