import type { Annotation } from '../../../shared/annotation/annotation.ts'
import { doubtOf } from '../doubts.ts'
import styles from './Card.module.css'
import { Wordings } from './Wordings.tsx'

interface CardWordsProps {
  readonly annotation: Annotation
  /** The words at the mark today where they differ; null elsewhere. */
  readonly today: string | null
}

/** The marked words: as they were confirmed, beside today's where they differ, in their context where they are lost. */
export function CardWords({ annotation, today }: CardWordsProps) {
  const { quote, prefix, suffix } = annotation
  const doubt = doubtOf(annotation)
  if (doubt === 'changed' && today !== null) return <Wordings confirmed={quote} today={today} />
  if (doubt === 'orphan') {
    return (
      <p className={styles.lost} dir="auto">
        {prefix !== '' && <span>…{fromWord(prefix)}</span>}
        <q className={styles.lostQuote}>{quote}</q>
        {suffix !== '' && <span>{toWord(suffix)}…</span>}
      </p>
    )
  }
  return (
    <q className={styles.quote} dir="auto">
      {quote}
    </q>
  )
}

/** Without the end of a word at its start; whole where it has no blank to begin after. */
function fromWord(context: string): string {
  const rest = context.replace(/^\S*\s+/u, '')
  return rest === '' ? context : rest
}

/** Without the beginning of a word at its end. */
function toWord(context: string): string {
  const rest = context.replace(/\s+\S*$/u, '')
  return rest === '' ? context : rest
}
