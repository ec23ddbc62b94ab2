import { Progress } from '@base-ui/react/progress'
import { useDesk } from '../tools.ts'
import styles from './Export.module.css'

/** How far the export of a folder is. */
export function ExportProgress() {
  const at = useDesk((state) => state.exporting)
  if (at === null) return <p>Waiting for the folder…</p>
  return (
    <Progress.Root className={styles.progress} value={at.done} max={at.total}>
      <Progress.Label>
        <bdi>{at.name}</bdi>
      </Progress.Label>
      <span>
        {(at.done + 1).toLocaleString()} of {at.total.toLocaleString()}
      </span>
      <Progress.Track className={styles.track}>
        <Progress.Indicator className={styles.done} />
      </Progress.Track>
    </Progress.Root>
  )
}
