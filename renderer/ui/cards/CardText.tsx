import { ExternalLink } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { TagField } from '../../../shared/tags.ts'
import styles from './Card.module.css'
import link from './FieldLink.module.css'
import { FieldLink } from './FieldLink.tsx'
import { linkOf, linkText, typedLink } from './field-link.ts'
import { useDraft } from './use-draft.ts'

interface CardTextProps {
  readonly field: TagField
  readonly value: string
  /** Only this person reads it. */
  readonly own: boolean
  readonly commit: (value: string) => void
  readonly leave: () => void
}

/** A field to type into. It becomes one change when it is left or at Enter. */
export function CardText({ field, value, own, commit, leave }: CardTextProps) {
  const isLink = field.kind === 'link'
  const draft = useDraft(value, (text) => commit(isLink ? typedLink(text) : text.trim()))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    draft.save()
    leave()
  }
  const input = (
    <input
      className={styles.textField}
      type={isLink ? 'url' : 'text'}
      value={draft.shown}
      placeholder={field.label}
      aria-label={own ? `${field.label}, private` : field.label}
      dir={isLink ? 'ltr' : 'auto'}
      onChange={(event) => draft.type(event.target.value)}
      onBlur={draft.save}
      onKeyDown={onKeyDown}
    />
  )
  if (!isLink) return input
  const address = linkOf(value)
  return (
    <span className={link.linkField}>
      {input}
      {address !== null && (
        <FieldLink href={address} className={link.follow} label={`Open ${linkText(address)}`}>
          <ExternalLink size={14} aria-hidden="true" />
        </FieldLink>
      )}
    </span>
  )
}
