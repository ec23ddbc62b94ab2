import { Switch } from '@base-ui/react/switch'
import { type MouseEvent, type ReactNode, useId } from 'react'
import styles from './Form.module.css'

interface SwitchRowProps {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

/**
 * Something to switch on and off, with its name before the switch. All of the row is pressed for it, also when it
 * grows under the pointer between press and release. The label holds no switch: its words are more than the name.
 */
export function SwitchRow({ label, hint, on, onChange }: SwitchRowProps) {
  const switchId = useId()
  const labelId = useId()
  const hintId = useId()
  // What falls between label and switch, or is pressed on the one and let go on the other.
  const between = ({ target, currentTarget }: MouseEvent) => target === currentTarget && onChange(!on)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the switch inside is what keys and screen readers use
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div className={`${styles.row} ${styles.switchRow}`} onClick={between}>
      <label htmlFor={switchId} className={styles.switchLabel}>
        <span id={labelId} className={styles.switchName}>
          {label}
        </span>
        {hint !== undefined && (
          <span id={hintId} className={styles.hint}>
            {hint}
          </span>
        )}
      </label>
      <Switch.Root
        id={switchId}
        className={styles.switch}
        checked={on}
        onCheckedChange={onChange}
        aria-labelledby={labelId}
        aria-describedby={hint === undefined ? undefined : hintId}
      >
        <Switch.Thumb className={styles.thumb} />
      </Switch.Root>
    </div>
  )
}
