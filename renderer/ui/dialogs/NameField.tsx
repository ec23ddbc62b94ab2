import { Field } from '@base-ui/react/field'
import styles from '../parts/Form.module.css'

interface NameFieldProps {
  readonly name: string
  readonly onChange: (name: string) => void
  /** Why the name was not taken; null: no complaint. */
  readonly complaint: string | null
}

/** The annotator's name, at the first start and in Settings. */
export function NameField({ name, onChange, complaint }: NameFieldProps) {
  return (
    <Field.Root className={styles.field} invalid={complaint !== null}>
      <Field.Label className={styles.label}>Your name</Field.Label>
      <Field.Control
        className={styles.input}
        value={name}
        onValueChange={onChange}
        autoComplete="name"
        spellCheck={false}
        dir="auto"
      />
      <Field.Error className={styles.error} match={complaint !== null}>
        {complaint}
      </Field.Error>
    </Field.Root>
  )
}
