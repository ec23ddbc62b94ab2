import { Button } from '../parts/Button.tsx'
import { useDesk } from '../tools.ts'
import styles from './ListPanel.module.css'

interface ListEmptyProps {
  readonly attention: boolean
  readonly onShowAll: () => void
}

/** The filter lets nothing through: says so, and how to see the others again. */
export function ListEmpty({ attention, onShowAll }: ListEmptyProps) {
  const only = useDesk(({ filter: { tags, annotators, note } }) => !tags && !annotators && !note)
  const reading = useDesk((state) => state.open?.reading === 'now')
  if (reading) return <p className={styles.none}>Reading the annotations…</p>
  return (
    <div className={styles.none}>
      <p>
        {attention && only
          ? 'Nothing to check: every mark stands in the text as it was confirmed.'
          : 'No annotation passes this filter.'}
      </p>
      <Button onClick={onShowAll}>Show all</Button>
    </div>
  )
}
