import { useId } from 'react'
import form from '../parts/Form.module.css'

interface SelectRowProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly choices: readonly (readonly [value: T, label: string])[]
  readonly onChange: (value: T) => void
  readonly fault?: string | undefined
}

/** One of a few values, in a list that opens. */
export function SelectRow<T extends string>({ label, value, choices, onChange, fault }: SelectRowProps<T>) {
  const id = useId()
  const faultId = useId()
  return (
    <div className={form.field}>
      <label htmlFor={id} className={form.label}>
        {label}
      </label>
      <select
        id={id}
        className={form.input}
        value={value}
        aria-invalid={fault !== undefined || undefined}
        aria-describedby={fault === undefined ? undefined : faultId}
        onChange={(event) => {
          const chosen = choices.find(([one]) => one === event.target.value)
          if (chosen !== undefined) onChange(chosen[0])
        }}
      >
        {choices.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
      {fault !== undefined && (
        <div id={faultId} className={form.error}>
          {fault}
        </div>
      )}
    </div>
  )
}
