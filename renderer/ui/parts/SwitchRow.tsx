import { Switch } from '@base-ui/react/switch'
import { type ReactNode, useId } from 'react'
import styles from './Form.module.css'

interface SwitchRowProps {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

/** Something to switch on and off, with its name before the switch. */
export function SwitchRow({ label, hint, on, onChange }: SwitchRowProps) {
  const labelId = useId()
  const hintId = useId()
  return (
    <div className={styles.row}>
      <div>
        <div id={labelId}>{label}</div>
        {hint !== undefined && (
          <div id={hintId} className={styles.hint}>
            {hint}
          </div>
        )}
      </div>
      <Switch.Root
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
