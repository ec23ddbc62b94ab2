import { Checkbox } from '@base-ui/react/checkbox'
import { Check } from 'lucide-react'
import type { ImportPreview } from '../../../shared/desk/contract-import.ts'
import form from '../parts/Form.module.css'
import { SwitchRow } from '../parts/SwitchRow.tsx'
import { TextRow } from '../settings/TextRow.tsx'
import styles from './Imports.module.css'
import { type ImportChoice, isOwnAmong } from './import-choice.ts'
import { annotations } from './import-words.ts'

interface ImportAuthorsProps {
  readonly preview: ImportPreview
  readonly choice: ImportChoice
  readonly onChange: (choice: ImportChoice) => void
  /** Name of the person who works here. */
  readonly me: string
}

/** Under whose names the annotations stand. The person's own name counts only with a tick of their own. */
export function ImportAuthors({ preview, choice, onChange, me }: ImportAuthorsProps) {
  const { authors } = preview
  const single = authors.length === 1
  return (
    <fieldset className={`${form.group} ${styles.authors}`}>
      <legend className={form.label}>{single ? 'Whose layer' : 'Whose layers'}</legend>
      {!single && (
        <SwitchRow
          label="All in one layer"
          on={choice.together !== null}
          onChange={(on) => onChange({ ...choice, together: on ? '' : null })}
        />
      )}
      {choice.together === null ? (
        authors.map(({ author, count }, at) => (
          <TextRow
            key={author ?? ''}
            label={
              author === null ? (
                'Made by'
              ) : (
                <>
                  Name for <bdi>{author}</bdi>
                </>
              )
            }
            hint={
              author === null ? `${annotations(count)}; the file does not say by whom` : annotations(count)
            }
            value={choice.names[at] ?? ''}
            onChange={(name) =>
              onChange({ ...choice, names: choice.names.map((one, i) => (i === at ? name : one)) })
            }
            fault={undefined}
          />
        ))
      ) : (
        <TextRow
          label="Name of the layer"
          value={choice.together}
          onChange={(together) => onChange({ ...choice, together })}
          fault={undefined}
        />
      )}
      {isOwnAmong(choice, me) && (
        // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox inside is the control
        <label className={form.tick}>
          <Checkbox.Root
            className={form.check}
            checked={choice.own}
            onCheckedChange={(own) => onChange({ ...choice, own })}
          >
            <Checkbox.Indicator>
              <Check size={13} strokeWidth={3} aria-hidden="true" />
            </Checkbox.Indicator>
          </Checkbox.Root>
          <span>
            <bdi>{me}</bdi> is me: put them among my own annotations
          </span>
        </label>
      )}
    </fieldset>
  )
}
