import { Plus } from 'lucide-react'
import type { FieldKind } from '../../../shared/tags.ts'
import { Button } from '../parts/Button.tsx'
import form from '../parts/Form.module.css'
import { withNewField } from './own-tags.ts'
import { SelectRow } from './SelectRow.tsx'
import settings from './Settings.module.css'
import styles from './Tags.module.css'
import { TextRow } from './TextRow.tsx'
import type { FieldDraft } from './tag-drafts.ts'

interface TagFieldsFormProps {
  readonly fields: readonly FieldDraft[]
  readonly onChange: (fields: readonly FieldDraft[]) => void
  /** What is wrong with a part of one of them, as a sentence. */
  readonly faultAt: (path: string) => string | undefined
}

const kinds: readonly (readonly [FieldKind, string])[] = [
  ['text', 'Text'],
  ['choice', 'One of a list'],
  ['link', 'Link'],
  ['yes-no', 'Yes or no'],
]

/** What can be written down with a tag, beside the note. */
export function TagFieldsForm({ fields, onChange, faultAt }: TagFieldsFormProps) {
  const change = (index: number, part: Partial<FieldDraft>) =>
    onChange(fields.map((field, at) => (at === index ? { ...field, ...part } : field)))
  const swap = (index: number) => {
    const [one, other] = [fields[index - 1], fields[index]]
    if (one !== undefined && other !== undefined) onChange(fields.toSpliced(index - 1, 2, other, one))
  }
  return (
    <fieldset className={form.group}>
      <legend className={form.label}>Fields</legend>
      <ul className={styles.fieldList}>
        {fields.map((field, index) => {
          const path = `fields[${index}]`
          return (
            <li key={field.id} className={styles.fieldItem}>
              <TextRow
                label="Name of the field"
                value={field.label}
                onChange={(label) => change(index, { label })}
                fault={faultAt(`${path}.label`)}
              />
              <SelectRow
                label="What is written into it"
                value={field.kind}
                choices={kinds}
                onChange={(kind) => change(index, { kind })}
                fault={faultAt(`${path}.kind`)}
              />
              {field.kind === 'choice' && (
                <TextRow
                  label="The list"
                  hint="One a line."
                  value={field.choices}
                  onChange={(choices) => change(index, { choices })}
                  fault={faultAt(`${path}.choices`)}
                  lines
                />
              )}
              <div className={settings.acts}>
                <Button
                  small
                  aria-label={`Move the field ${field.label} up`}
                  aria-disabled={index === 0}
                  onClick={() => swap(index)}
                >
                  Up
                </Button>
                <Button
                  kind="danger"
                  small
                  aria-label={`Remove the field ${field.label}`}
                  onClick={(event) => {
                    // What stays is there to take the focus.
                    event.currentTarget.closest('fieldset')?.querySelector<HTMLElement>('[data-add]')?.focus()
                    onChange(fields.filter((_, at) => at !== index))
                  }}
                >
                  Remove
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
      {faultAt('fields') !== undefined && <p className={form.error}>{faultAt('fields')}</p>}
      <div>
        <Button small data-add="" onClick={() => onChange(withNewField(fields))}>
          <Plus size={14} aria-hidden="true" />
          Add a field
        </Button>
      </div>
    </fieldset>
  )
}
