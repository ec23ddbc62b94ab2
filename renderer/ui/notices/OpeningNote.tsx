import { useDesk } from '../tools.ts'
import styles from './OpeningNote.module.css'

/** Another story is being opened while this one still stands. */
export function OpeningNote() {
  const opening = useDesk((state) => (state.open === null ? null : state.opening))
  if (opening === null) return null
  return (
    <div className={styles.note} role="status">
      Opening <bdi>{opening}</bdi>…
    </div>
  )
}
