import type { Fields } from '../../../shared/annotation/annotation.ts'
import type { Tag } from '../../../shared/tags.ts'
import styles from './Card.module.css'
import { CardChoice } from './CardChoice.tsx'
import { CardText } from './CardText.tsx'
import { FieldChips } from './FieldChips.tsx'
import { choicesOf } from './field-choices.ts'
import { isStale } from './field-tone.ts'

interface CardFieldsProps {
  readonly tag: Tag
  readonly fields: Fields
  /** The annotation waits for a person, so what was verified is no longer. */
  readonly doubtful: boolean
  readonly commit: (field: string, value: string) => void
  readonly leave: () => void
}

/** Fields to be filled in: a list where there is something to choose from, a line to type where there is not. */
export function CardFields({ tag, fields, doubtful, commit, leave }: CardFieldsProps) {
  const known = new Set(tag.fields.map((field) => field.id))
  const foreign = Object.fromEntries(Object.entries(fields).filter(([id]) => !known.has(id)))
  return (
    <div className={styles.fields}>
      {tag.fields.map((field) => {
        const value = Object.hasOwn(fields, field.id) ? (fields[field.id] ?? '') : ''
        const props = { field, value, commit: (next: string) => commit(field.id, next) }
        return choicesOf(field).length > 0 ? (
          <CardChoice key={field.id} {...props} stale={isStale(field.id, value, doubtful)} />
        ) : (
          <CardText key={field.id} {...props} leave={leave} />
        )
      })}
      <FieldChips tag={undefined} fields={foreign} />
    </div>
  )
}
