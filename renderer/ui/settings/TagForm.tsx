import type { LineStyle } from '../../../shared/tags.ts'
import { Button } from '../parts/Button.tsx'
import form from '../parts/Form.module.css'
import { AskFirst } from './AskFirst.tsx'
import { SelectRow } from './SelectRow.tsx'
import settings from './Settings.module.css'
import { TagFieldsForm } from './TagFieldsForm.tsx'
import styles from './Tags.module.css'
import { TextRow } from './TextRow.tsx'
import type { TagDraft } from './tag-drafts.ts'

interface TagFormProps {
  readonly draft: TagDraft
  /** Under which it is saved. */
  readonly id: string
  readonly onChange: (change: Partial<TagDraft>) => void
  readonly onKey: (key: string) => void
  readonly onMove: (by: 1 | -1) => void
  /** null: it is the only one. */
  readonly onDelete: (() => void) | null
  readonly faultAt: (path: string) => string | undefined
}

const lines: readonly (readonly [LineStyle, string])[] = [
  ['solid', 'Solid'],
  ['dashed', 'Dashed'],
  ['dotted', 'Dotted'],
  ['double', 'Double'],
]
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((key) => [key, key] as const)

/** Everything of an own tag but its colours. */
export function TagForm({ draft, id, onChange, onKey, onMove, onDelete, faultAt }: TagFormProps) {
  return (
    <>
      <TextRow
        label="Name"
        value={draft.label}
        onChange={(label) => onChange({ label })}
        fault={faultAt('label') ?? faultAt('id')}
      />
      <TextRow
        label="Short name"
        hint="For narrow places. Empty: the name."
        value={draft.shortLabel}
        onChange={(shortLabel) => onChange({ shortLabel })}
        fault={faultAt('shortLabel')}
      />
      <TextRow
        label="When to use it"
        hint="One sentence, shown while marking."
        value={draft.description}
        onChange={(description) => onChange({ description })}
        fault={faultAt('description')}
      />
      <div className={styles.pair}>
        <SelectRow label="Key" value={draft.key} choices={keys} onChange={onKey} fault={faultAt('key')} />
        <SelectRow
          label="Line"
          value={draft.line}
          choices={lines}
          onChange={(line) => onChange({ line })}
          fault={faultAt('line')}
        />
      </div>
      <TagFieldsForm fields={draft.fields} onChange={(fields) => onChange({ fields })} faultAt={faultAt} />
      <div className={settings.acts}>
        <Button small onClick={() => onMove(-1)}>
          Move up
        </Button>
        <Button small onClick={() => onMove(1)}>
          Move down
        </Button>
        {onDelete !== null && (
          <AskFirst
            label="Delete this tag"
            question="Annotations that have it keep it, as an unknown tag."
            act={onDelete}
          />
        )}
      </div>
      <p className={form.hint}>In the files beside the stories it is called “{id}”.</p>
    </>
  )
}
