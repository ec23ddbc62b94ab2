import { Field } from '@base-ui/react/field'
import { useMemo, useState } from 'react'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import form from '../parts/Form.module.css'
import { Kbd } from '../parts/Kbd.tsx'
import { useDesk, useDeskAtOnce, useTools } from '../tools.ts'
import { useKeyboard } from '../use-keyboard.ts'
import { useTags } from '../use-tags.ts'
import { commandGroups } from './command-words.ts'
import styles from './HelpDialog.module.css'
import { type HelpRow, helpRows } from './help-rows.ts'
import { rankChoices } from './rank-choices.ts'

/** Every key of the window as this person has it, to be searched and printed. */
export function HelpDialog() {
  const open = useDeskAtOnce((state) => state.dialog === 'help')
  return open ? <Help /> : null
}

function Help() {
  const { actions } = useTools()
  const tags = useTags()
  const keyboard = useKeyboard()
  const singleKeys = useDesk((state) => state.settings.singleKeys)
  const [sought, setSought] = useState('')
  const all = useMemo(() => helpRows(tags, keyboard), [tags, keyboard])
  const found = useMemo(() => new Set(rankChoices(sought, all, [])), [sought, all])
  return (
    <DialogFrame
      open
      size="wide"
      onClose={() => actions.showDialog(null)}
      title="All keys"
      lead={
        singleKeys
          ? 'Single keys work while the story has the focus and its text is locked. In Settings they can be changed or switched off.'
          : 'Single keys are switched off in Settings; what has no other key is in the list of commands.'
      }
    >
      <Field.Root className={`${form.field} ${styles.search}`}>
        <Field.Label className="hidden-text">Search the keys</Field.Label>
        <Field.Control
          className={form.input}
          type="search"
          placeholder="Search"
          value={sought}
          onValueChange={setSought}
        />
      </Field.Root>
      <div className={styles.groups}>
        {commandGroups.map(([group, title]) => (
          <Group
            key={group}
            title={title}
            rows={all.filter((row) => row.group === group && found.has(row))}
          />
        ))}
      </div>
      {found.size === 0 && <p role="status">No key does that.</p>}
    </DialogFrame>
  )
}

function Group({ title, rows }: { readonly title: string; readonly rows: readonly HelpRow[] }) {
  if (rows.length === 0) return null
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      <dl>
        {rows.map(({ id, label, keys }) => (
          <div key={id} className={styles.row}>
            <dt dir="auto">{label}</dt>
            <dd className={styles.keys}>
              {keys.length === 0 ? (
                <span className={styles.none}>no key</span>
              ) : (
                keys.map((one) => <Kbd key={one}>{one}</Kbd>)
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
