import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { useId } from 'react'
import styles from '../parts/Form.module.css'

interface RadioRowProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly choices: readonly (readonly [value: T, label: string])[]
  readonly onChange: (value: T) => void
}

/** One of a few values, all in sight. */
export function RadioRow<T extends string>({ label, value, choices, onChange }: RadioRowProps<T>) {
  const labelId = useId()
  return (
    <div className={styles.field}>
      <div id={labelId} className={styles.label}>
        {label}
      </div>
      <RadioGroup
        className={styles.choices}
        aria-labelledby={labelId}
        value={value}
        onValueChange={(next) => onChange(next)}
      >
        {choices.map(([one, name]) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside is the control
          <label key={one} className={styles.choice}>
            <Radio.Root value={one} className={styles.radio} />
            {name}
          </label>
        ))}
      </RadioGroup>
    </div>
  )
}
