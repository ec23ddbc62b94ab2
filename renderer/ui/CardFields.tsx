import { Select } from '@base-ui/react/select'
import { ChevronDown } from 'lucide-react'
import { type KeyboardEvent, useId } from 'react'
import type { Fields } from '../../shared/annotation/annotation.ts'
import type { Tag, TagField } from '../../shared/tags.ts'
import styles from './Card.module.css'
import { FieldChips } from './FieldChips.tsx'
import { fieldTone, isStale, STALE } from './field-tone.ts'
import menu from './parts/Menu.module.css'
import host from './parts/PortalHost.module.css'
import { usePortalHost } from './parts/PortalHost.tsx'
import { StaleValue } from './StaleValue.tsx'
import { useDraft } from './use-draft.ts'

interface CardFieldsProps {
  readonly tag: Tag
  readonly fields: Fields
  /** The annotation waits for a person, so what was verified is no longer. */
  readonly doubtful: boolean
  readonly commit: (field: string, value: string) => void
  readonly leave: () => void
}

/** Fields to be filled in: a list where the tag gives choices, a line to type where it does not. */
export function CardFields({ tag, fields, doubtful, commit, leave }: CardFieldsProps) {
  const known = new Set(tag.fields.map((field) => field.id))
  const foreign = Object.fromEntries(Object.entries(fields).filter(([id]) => !known.has(id)))
  return (
    <div className={styles.fields}>
      {tag.fields.map((field) =>
        field.choices.length > 0 ? (
          <ChoiceField
            key={field.id}
            field={field}
            value={fields[field.id] ?? ''}
            stale={isStale(field.id, fields[field.id] ?? '', doubtful)}
            commit={(value) => commit(field.id, value)}
          />
        ) : (
          <TextField
            key={field.id}
            field={field}
            value={fields[field.id] ?? ''}
            commit={(value) => commit(field.id, value)}
            leave={leave}
          />
        ),
      )}
      <FieldChips tag={undefined} fields={foreign} />
    </div>
  )
}

interface FieldProps {
  readonly field: TagField
  readonly value: string
  readonly commit: (value: string) => void
}

function ChoiceField({ field, value, stale, commit }: FieldProps & { readonly stale: boolean }) {
  const label = useId()
  return (
    <Select.Root value={value} onValueChange={(next) => commit(next ?? '')}>
      <Select.Trigger
        className={styles.choice}
        data-tone={stale ? 'stale' : fieldTone(value)}
        aria-label={value === '' ? field.label : `${field.label}: ${value}${stale ? STALE : ''}`}
      >
        {stale ? <StaleValue value={value} /> : value === '' ? field.label : value}
        <ChevronDown size={12} aria-hidden="true" />
      </Select.Trigger>
      <Select.Portal container={usePortalHost()}>
        <Select.Positioner
          className={host.positioner}
          sideOffset={4}
          align="start"
          alignItemWithTrigger={false}
          collisionPadding={8}
        >
          <Select.Popup className={menu.popup} aria-labelledby={label}>
            <span id={label} className="hidden-text">
              {field.label}
            </span>
            {['', ...field.choices].map((choice) => (
              <Select.Item key={choice} value={choice} className={menu.item}>
                <Select.ItemText>{choice === '' ? 'Not set' : choice}</Select.ItemText>
              </Select.Item>
            ))}
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  )
}

/** Becomes one change when it is left or at Enter. */
function TextField({ field, value, commit, leave }: FieldProps & { readonly leave: () => void }) {
  const draft = useDraft(value, (text) => commit(text.trim()))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    draft.save()
    leave()
  }
  return (
    <input
      className={styles.textField}
      value={draft.shown}
      placeholder={field.label}
      aria-label={field.label}
      dir="auto"
      onChange={(event) => draft.type(event.target.value)}
      onBlur={draft.save}
      onKeyDown={onKeyDown}
    />
  )
}
