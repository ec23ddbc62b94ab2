import { NameField } from '../dialogs/NameField.tsx'
import form from '../parts/Form.module.css'

interface YouPanelProps {
  readonly name: string
  readonly onChange: (name: string) => void
  /** Why the name was not taken; null: no complaint. */
  readonly complaint: string | null
}

/** Under which name annotations are saved. */
export function YouPanel({ name, onChange, complaint }: YouPanelProps) {
  return (
    <>
      <NameField name={name} onChange={onChange} complaint={complaint} />
      <p className={form.hint}>
        It stands on your annotations, for everyone who opens the folder. They stay yours when you change it.
      </p>
    </>
  )
}
