import { Button } from '../parts/Button.tsx'
import { useDesk, useTools } from '../tools.ts'
import styles from './OpeningNote.module.css'

/** Another story is being opened while this one still stands. */
export function OpeningNote() {
  const { actions } = useTools()
  const opening = useDesk((state) => (state.open === null ? null : state.opening))
  if (opening === null) return null
  const cancel = () => {
    actions.cancelOpening()
    actions.editor()?.focus()
  }
  return (
    <div className={styles.note}>
      <span role="status">
        Opening <bdi>{opening}</bdi>…
      </span>
      <Button small onClick={cancel}>
        Cancel
      </Button>
    </div>
  )
}
