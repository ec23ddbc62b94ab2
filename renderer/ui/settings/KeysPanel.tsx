import { Field } from '@base-ui/react/field'
import { useMemo, useState } from 'react'
import { Button } from '../parts/Button.tsx'
import form from '../parts/Form.module.css'
import { SwitchRow } from '../parts/SwitchRow.tsx'
import { useDesk, useTools } from '../tools.ts'
import { useTags } from '../use-tags.ts'
import { KeyRow } from './KeyRow.tsx'
import styles from './Keys.module.css'
import { foundEntries, keyEntries } from './key-changes.ts'
import { Section } from './Section.tsx'

/** Single keys on or off, and every command with the keys that are in force. */
export function KeysPanel() {
  const { actions } = useTools()
  const tags = useTags()
  const { keys, singleKeys } = useDesk((state) => state.settings)
  const platform = useDesk((state) => state.beginning?.platform ?? 'linux')
  const [sought, setSought] = useState('')
  const entries = useMemo(() => keyEntries(keys, tags), [keys, tags])
  const found = foundEntries(entries, sought, platform)
  const changed = Object.keys(keys).length > 0
  return (
    <>
      <SwitchRow
        label={<strong>Single keys</strong>}
        hint="Digits and letters act on the story while it has the focus. Off: only the buttons and Ctrl or Cmd keys."
        on={singleKeys}
        onChange={(on) => void actions.changeSettings({ singleKeys: on })}
      />
      <Section title="All keys">
        <div className={styles.search}>
          <Field.Root className={form.field}>
            <Field.Label className="hidden-text">Search commands and keys</Field.Label>
            <Field.Control
              className={form.input}
              type="search"
              placeholder="Search commands and keys"
              value={sought}
              onValueChange={setSought}
            />
          </Field.Root>
          <Button
            aria-disabled={!changed}
            onClick={() => changed && void actions.changeSettings({ keys: {} })}
          >
            Reset all
          </Button>
        </div>
        <ul className={styles.keyList} aria-label="Commands">
          {found.map((entry) => (
            <KeyRow key={entry.id} entry={entry} />
          ))}
        </ul>
        {found.length === 0 && <p role="status">No command or key is called so.</p>}
      </Section>
    </>
  )
}
