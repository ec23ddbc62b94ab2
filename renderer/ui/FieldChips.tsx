import type { Fields } from '../../shared/annotation/annotation.ts'
import type { Tag } from '../../shared/tags.ts'
import styles from './Card.module.css'
import { fieldTone } from './field-tone.ts'

interface FieldChipsProps {
  readonly tag: Tag | undefined
  readonly fields: Fields
}

/** The values of an annotation's fields; also those that its tag does not know, so that a retag hides nothing. */
export function FieldChips({ tag, fields }: FieldChipsProps) {
  const filled = Object.entries(fields).filter(([, value]) => value !== '')
  if (filled.length === 0) return null
  return (
    <ul className={styles.chips}>
      {filled.map(([id, value]) => (
        <li key={id} className={styles.chip} data-tone={fieldTone(value)}>
          <span className="hidden-text">{tag?.fields.find((field) => field.id === id)?.label ?? id}: </span>
          <bdi>{value}</bdi>
        </li>
      ))}
    </ul>
  )
}
