import { Select } from '@base-ui/react/select'
import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import type { TagField } from '../../../shared/tags.ts'
import menu from '../parts/Menu.module.css'
import host from '../parts/PortalHost.module.css'
import { usePortalHost } from '../parts/PortalHost.tsx'
import styles from './Card.module.css'
import { choicesOf, shownValue } from './field-choices.ts'
import { fieldTone, STALE } from './field-tone.ts'
import { StaleValue } from './StaleValue.tsx'

interface CardChoiceProps {
  readonly field: TagField
  readonly value: string
  /** Only this person reads it. */
  readonly own: boolean
  /** It was verified in other words than today's. */
  readonly stale: boolean
  readonly commit: (value: string) => void
}

/** A field with values to choose from; yes/no is one with three: yes, no, not set. */
export function CardChoice({ field, value, own, stale, commit }: CardChoiceProps) {
  const label = useId()
  const shown = value === '' ? field.label : shownValue(field, value)
  const named = field.kind === 'yes-no' || value === '' ? shown : `${field.label}: ${value}`
  return (
    <Select.Root value={value} onValueChange={(next) => commit(next ?? '')}>
      <Select.Trigger
        className={styles.choice}
        data-tone={stale ? 'stale' : fieldTone(value)}
        aria-label={`${named}${stale ? STALE : ''}${own ? ', private' : ''}`}
      >
        {stale ? <StaleValue value={value} /> : <bdi>{shown}</bdi>}
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
            {choicesOf(field).map((choice) => (
              <Select.Item key={choice.value} value={choice.value} className={menu.item}>
                <Select.ItemText>
                  <bdi>{choice.label}</bdi>
                </Select.ItemText>
              </Select.Item>
            ))}
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  )
}
