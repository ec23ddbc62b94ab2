import type { Fields } from '../../shared/annotation/annotation.ts'
import type { Tag } from '../../shared/tags.ts'
import styles from './Card.module.css'
import { fieldTone, isStale } from './field-tone.ts'
import { StaleValue } from './StaleValue.tsx'

interface FieldChipsProps {
  readonly tag: Tag | undefined
  readonly fields: Fields
  /** The annotation waits for a person, so what was verified is no longer. */
  readonly doubtful?: boolean
}

/** The values of an annotation's fields; also those that its tag does not know, so that a retag hides nothing. */
export function FieldChips({ tag, fields, doubtful = false }: FieldChipsProps) {
  const filled = Object.entries(fields).filter(([, value]) => value !== '')
  if (filled.length === 0) return null
  return (
    <ul className={styles.chips}>
      {filled.map(([id, value]) => {
        const stale = isStale(id, value, doubtful)
        return (
          <li key={id} className={styles.chip} data-tone={stale ? 'stale' : fieldTone(value)}>
            <span className="hidden-text">{tag?.fields.find((field) => field.id === id)?.label ?? id}: </span>
            {stale ? <StaleValue value={value} /> : <bdi>{value}</bdi>}
          </li>
        )
      })}
    </ul>
  )
}
