import { Checkbox } from '@base-ui/react/checkbox'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Form.module.css'

interface TickBoxProps {
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

/** A checkbox without its words, for inside a label. */
export function TickBox({ on, onChange }: TickBoxProps) {
  return (
    <Checkbox.Root className={styles.check} checked={on} onCheckedChange={onChange}>
      <Checkbox.Indicator>
        <Check size={13} strokeWidth={3} aria-hidden="true" />
      </Checkbox.Indicator>
    </Checkbox.Root>
  )
}

/** Some of several, each to be ticked. */
export function TickList<T extends string>(props: {
  readonly legend: string
  readonly choices: readonly (readonly [value: T, label: ReactNode])[]
  /** Those that are not ticked. */
  readonly left: ReadonlySet<T>
  readonly onChange: (left: ReadonlySet<T>) => void
}) {
  const toggle = (value: T, on: boolean) => {
    const next = new Set(props.left)
    if (on) next.delete(value)
    else next.add(value)
    props.onChange(next)
  }
  return (
    <fieldset className={styles.group}>
      <legend className={styles.label}>{props.legend}</legend>
      {props.choices.map(([value, label]) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox inside is the control
        <label key={value} className={styles.tick}>
          <TickBox on={!props.left.has(value)} onChange={(on) => toggle(value, on)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}
