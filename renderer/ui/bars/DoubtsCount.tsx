import { countDoubts, type DoubtCounts, doubtTotal } from '../doubts.ts'
import { Button } from '../parts/Button.tsx'
import { useTools } from '../tools.ts'
import { SIDE_FITS, useMedia } from '../use-media.ts'
import { useVisible } from '../use-shown.ts'
import styles from './StatusBar.module.css'

/** How many marks need a person, also where the notice was folded away; pressing it lists them. */
export function DoubtsCount() {
  const { actions } = useTools()
  const annotations = useVisible()
  const sideFits = useMedia(SIDE_FITS)
  const counts = countDoubts(annotations)
  if (doubtTotal(counts) === 0) return null
  const words = inFewWords(counts)
  // In a narrow window the list is a sheet, which has its own button.
  if (!sideFits) return <span className={styles.doubts}>{words}</span>
  const show = () => {
    actions.setFilter({ attention: true })
    actions.showPanel('list')
  }
  return (
    <Button kind="quiet" small className={styles.doubts} onClick={show}>
      {words}
    </Button>
  )
}

function inFewWords({ changed, sentence, orphan }: DoubtCounts): string {
  return [
    changed > 0 ? [`${changed.toLocaleString()} changed`] : [],
    orphan > 0 ? [`${orphan.toLocaleString()} not found`] : [],
    sentence > 0 ? [`${sentence.toLocaleString()} sentence${sentence === 1 ? '' : 's'} changed`] : [],
  ]
    .flat()
    .join(' · ')
}
