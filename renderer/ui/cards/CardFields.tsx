import type { Fields } from '../../../shared/annotation/annotation.ts'
import type { Tag } from '../../../shared/tags.ts'
import styles from './Card.module.css'
import { CardChoice } from './CardChoice.tsx'
import { CardText } from './CardText.tsx'
import { FieldChips } from './FieldChips.tsx'
import { choicesOf } from './field-choices.ts'
import { isStale } from './field-tone.ts'
import lock from './PrivateLock.module.css'
import { PrivateLock } from './PrivateLock.tsx'

interface CardFieldsProps {
  readonly tag: Tag
  readonly fields: Fields
  /** Those that are private. */
  readonly own: Fields
  /** The annotation waits for a person, so what was verified is no longer. */
  readonly doubtful: boolean
  readonly commit: (field: string, value: string) => void
  readonly leave: () => void
}

/** Fields to be filled in: a list where there is something to choose from, a line to type where there is not. */
export function CardFields({ tag, fields, own, doubtful, commit, leave }: CardFieldsProps) {
  const known = new Set(tag.fields.map((field) => field.id))
  const only = (all: Fields, shown: (id: string) => boolean) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => shown(id)))
  // Private here and yet filled in for everybody, as another computer may have done: both are to be seen.
  const rest = only(fields, (id) => !known.has(id) || Object.hasOwn(own, id))
  return (
    <div className={styles.fields}>
      {tag.fields.map((field) => {
        const isOwn = Object.hasOwn(own, field.id)
        const from = isOwn ? own : fields
        const value = Object.hasOwn(from, field.id) ? (from[field.id] ?? '') : ''
        const props = { field, value, own: isOwn, commit: (next: string) => commit(field.id, next) }
        const control =
          choicesOf(field).length > 0 ? (
            <CardChoice key={field.id} {...props} stale={isStale(field.id, value, doubtful)} />
          ) : (
            <CardText key={field.id} {...props} leave={leave} />
          )
        if (!isOwn) return control
        return (
          <span key={field.id} className={lock.part} data-private>
            <PrivateLock silent />
            {control}
          </span>
        )
      })}
      <FieldChips tag={undefined} fields={rest} />
      <FieldChips tag={undefined} fields={only(own, (id) => !known.has(id))} own />
    </div>
  )
}
