import type { ReactNode } from 'react'
import styles from './FilterChip.module.css'

interface FilterChipProps {
  readonly on: boolean
  /** How many there are; null: not yet counted. */
  readonly count: number | null
  readonly onToggle: () => void
  readonly children: ReactNode
}

/** One thing to filter by, switched on and off.*/
export function FilterChip({ on, count, onToggle, children }: FilterChipProps) {
  return (
    <button type="button" className={styles.chip} aria-pressed={on} onClick={onToggle}>
      {children}
      {count !== null && <span className={styles.count}> {count.toLocaleString()}</span>}
    </button>
  )
}
