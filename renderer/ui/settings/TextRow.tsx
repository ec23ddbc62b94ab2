import { Field } from '@base-ui/react/field'
import type { ReactNode } from 'react'
import form from '../parts/Form.module.css'

interface TextRowProps {
  readonly label: ReactNode
  readonly hint?: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** What is wrong with it, as a sentence. */
  readonly fault: string | undefined
  /** Typed one a line. */
  readonly lines?: boolean
}

/** A line to type into, with its name above and what is wrong with it below. */
export function TextRow({ label, hint, value, onChange, fault, lines = false }: TextRowProps) {
  const render = lines ? <textarea rows={3} /> : undefined
  return (
    <Field.Root className={form.field} invalid={fault !== undefined}>
      <Field.Label className={form.label}>{label}</Field.Label>
      <Field.Control
        className={form.input}
        {...(render === undefined ? {} : { render })}
        value={value}
        onValueChange={onChange}
        dir="auto"
      />
      {hint !== undefined && <Field.Description className={form.hint}>{hint}</Field.Description>}
      <Field.Error className={form.error} match={fault !== undefined}>
        {fault}
      </Field.Error>
    </Field.Root>
  )
}
