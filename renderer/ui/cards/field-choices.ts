import type { TagField } from '../../../shared/tags.ts'

/** What is stored for a yes/no field, and how it is shown. */
const answers: Readonly<Record<string, string>> = { yes: 'Yes', no: 'No' }

export interface FieldChoice {
  readonly value: string
  readonly label: string
}

/** What a field offers to choose from, "Not set" first; empty: it is typed. */
export function choicesOf({ kind, choices }: TagField): readonly FieldChoice[] {
  const values = kind === 'yes-no' ? Object.keys(answers) : kind === 'choice' ? choices : []
  if (values.length === 0) return []
  const label = (value: string) => (kind === 'yes-no' ? (answers[value] ?? value) : value)
  return [{ value: '', label: 'Not set' }, ...values.map((value) => ({ value, label: label(value) }))]
}

/** A value as a person reads it beside others: "On record: yes", else as it is stored. */
export function shownValue(field: TagField | undefined, value: string): string {
  return field?.kind === 'yes-no' ? `${field.label}: ${(answers[value] ?? value).toLowerCase()}` : value
}
