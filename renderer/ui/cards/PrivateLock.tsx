import { Lock } from 'lucide-react'
import styles from './PrivateLock.module.css'

/** Before what only this person reads; heard as "Private:". */
export function PrivateLock({ silent = false }: { readonly silent?: boolean }) {
  return (
    <>
      <Lock className={styles.lock} aria-hidden="true" />
      {!silent && <span className="hidden-text">Private: </span>}
    </>
  )
}
