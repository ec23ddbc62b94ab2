import type { Fields } from '../../../shared/annotation/annotation.ts'
import type { Tag, TagField } from '../../../shared/tags.ts'
import styles from './Card.module.css'
import { FieldLink } from './FieldLink.tsx'
import { shownValue } from './field-choices.ts'
import { linkOf, linkText } from './field-link.ts'
import { fieldTone, isStale } from './field-tone.ts'
import { PrivateLock } from './PrivateLock.tsx'
import { StaleValue } from './StaleValue.tsx'

interface FieldChipsProps {
  readonly tag: Tag | undefined
  readonly fields: Fields
  /** The annotation waits for a person, so what was verified is no longer. */
  readonly doubtful?: boolean
  /** Only this person reads them. */
  readonly own?: boolean
}

/** The values of an annotation's fields; also those that its tag does not know, so that a retag hides nothing. */
export function FieldChips({ tag, fields, doubtful = false, own = false }: FieldChipsProps) {
  const filled = Object.entries(fields).filter(([, value]) => value !== '')
  if (filled.length === 0) return null
  return (
    <ul className={styles.chips} data-private={own || undefined}>
      {filled.map(([id, value]) => {
        const field = tag?.fields.find((one) => one.id === id)
        const stale = isStale(id, value, doubtful)
        return (
          <li key={id} className={styles.chip} data-tone={stale ? 'stale' : fieldTone(value)}>
            {own && <PrivateLock />}
            {field?.kind !== 'yes-no' && <span className="hidden-text">{field?.label ?? id}: </span>}
            {stale ? <StaleValue value={value} /> : <Value field={field} value={value} />}
          </li>
        )
      })}
    </ul>
  )
}

function Value({ field, value }: { readonly field: TagField | undefined; readonly value: string }) {
  const address = field?.kind === 'link' ? linkOf(value) : null
  if (address === null) return <bdi>{shownValue(field, value)}</bdi>
  return (
    <FieldLink href={address} className={styles.link}>
      <bdi>{linkText(address)}</bdi>
    </FieldLink>
  )
}
