import { History } from 'lucide-react'
import { STALE } from './field-tone.ts'
import styles from './StaleValue.module.css'

/** A field value that held for the text as it was: "verified, before the text changed". */
export function StaleValue({ value }: { readonly value: string }) {
  return (
    <span className={styles.stale}>
      <History className={styles.icon} size={12} aria-hidden="true" />
      <span>
        <s>{value}</s>
        {STALE}
      </span>
    </span>
  )
}
