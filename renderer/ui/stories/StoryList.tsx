import type { StoryEntry } from '../../../shared/desk/contract.ts'
import styles from './StoryList.module.css'

interface StoryListProps {
  readonly label: string
  readonly entries: readonly StoryEntry[]
  readonly onChoose: (entry: StoryEntry) => void
}

/** Stories to open, each with its headline and where it lies. */
export function StoryList({ label, entries, onChoose }: StoryListProps) {
  return (
    <ul className={styles.list} aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.story}>
          <button type="button" className={styles.story} onClick={() => onChoose(entry)}>
            <span className={styles.headline} dir="auto">
              {entry.headline || entry.name}
            </span>
            <span className={styles.under}>
              {entry.headline !== '' && (
                <>
                  <bdi>{entry.name}</bdi>
                  {' · '}
                </>
              )}
              <bdi>{entry.folder}</bdi>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
