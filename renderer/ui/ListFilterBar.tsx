import type { ListFilter } from '../state/model.ts'
import styles from './ListPanel.module.css'
import { useTools } from './tools.ts'

interface ListFilterBarProps {
  readonly filter: ListFilter
  /** How many annotations need a person. */
  readonly doubts: number
}

/** Which annotations the list shows. */
export function ListFilterBar({ filter, doubts }: ListFilterBarProps) {
  const { actions } = useTools()
  const choices: readonly (readonly [ListFilter, string])[] = [
    ['all', 'All'],
    ['doubts', `To check ${doubts.toLocaleString()}`],
  ]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and this is none
    <div className={styles.filter} role="group" aria-label="Which annotations">
      {choices.map(([choice, label]) => (
        <button
          key={choice}
          type="button"
          className={styles.choice}
          aria-pressed={choice === filter}
          onClick={() => actions.filterList(choice)}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
