import type { Doubt } from '../doubts.ts'
import { Button } from '../parts/Button.tsx'
import styles from './Card.module.css'

interface CardDoubtProps {
  readonly doubt: Doubt
  /** Whose mark it is. */
  readonly who: string
  /** null: someone else's; they decide. */
  readonly acts: DoubtActs | null
}

interface DoubtActs {
  accept(): void
  placeAgain(): void
  remove(): void
}

/** What can be done about a mark that no longer stands as it was confirmed. */
export function CardDoubt({ doubt, who, acts }: CardDoubtProps) {
  return (
    <div className={styles.doubt}>
      {doubt === 'sentence' && <p>The sentence around it changed.</p>}
      {acts === null ? (
        <p className={styles.theirs}>
          Only <bdi>{who}</bdi> can {doubt === 'orphan' ? 'place it again' : 'accept'}.
        </p>
      ) : (
        <div className={styles.acts}>
          {doubt !== 'orphan' && (
            <Button small onClick={acts.accept}>
              Accept
            </Button>
          )}
          {doubt !== 'sentence' && (
            <>
              <Button small onClick={acts.placeAgain}>
                Place again
              </Button>
              <Button small kind="danger" onClick={acts.remove}>
                Delete
              </Button>
            </>
          )}
        </div>
      )}
    </div>
  )
}
