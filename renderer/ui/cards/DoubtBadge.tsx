import { PencilLine, SearchX, TextQuote } from 'lucide-react'
import { type Doubt, doubtLabels } from '../doubts.ts'
import styles from './DoubtBadge.module.css'

const icons = { changed: PencilLine, sentence: TextQuote, orphan: SearchX }

/** What became of a mark, in a word and a sign. */
export function DoubtBadge({ doubt }: { readonly doubt: Doubt }) {
  const Icon = icons[doubt]
  return (
    <span className={styles.badge}>
      <Icon size={12} aria-hidden="true" />
      {doubtLabels[doubt]}
    </span>
  )
}
