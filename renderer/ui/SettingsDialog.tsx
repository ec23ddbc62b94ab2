import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { useId, useState } from 'react'
import type { Settings } from '../../shared/desk/contract.ts'
import { NameField } from './NameField.tsx'
import { Button } from './parts/Button.tsx'
import { DialogFrame } from './parts/DialogFrame.tsx'
import styles from './parts/Form.module.css'
import { SwitchRow } from './parts/SwitchRow.tsx'
import { takeFailure, useDesk, useTools } from './tools.ts'

const themes: readonly (readonly [Settings['theme'], string])[] = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
]

/** Name, theme and single keys. Each takes effect when it is changed; the name when the dialog is left. */
export function SettingsDialog() {
  const open = useDesk((state) => state.dialog === 'settings')
  return open ? <SettingsForm /> : null
}

function SettingsForm() {
  const tools = useTools()
  const { actions } = tools
  const person = useDesk((state) => state.person)
  const settings = useDesk((state) => state.settings)
  const [name, setName] = useState(person?.name ?? '')
  const [complaint, setComplaint] = useState<string | null>(null)
  const themeLabel = useId()

  const leave = async () => {
    const changed = name.trim() !== person?.name
    if (changed && !(await actions.name(name.trim()))) setComplaint(takeFailure(tools))
    else actions.showDialog(null)
  }
  const done = (
    <Button kind="primary" onClick={leave}>
      Done
    </Button>
  )
  return (
    <DialogFrame open onClose={leave} title="Settings" actions={done}>
      <NameField name={name} onChange={setName} complaint={complaint} />
      <div className={styles.field}>
        <div id={themeLabel} className={styles.label}>
          Light or dark
        </div>
        <RadioGroup
          className={styles.choices}
          aria-labelledby={themeLabel}
          value={settings.theme}
          onValueChange={(theme) => actions.changeSettings({ theme })}
        >
          {themes.map(([value, label]) => (
            // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside is the control
            <label key={value} className={styles.choice}>
              <Radio.Root value={value} className={styles.radio} />
              {label}
            </label>
          ))}
        </RadioGroup>
      </div>
      <SwitchRow
        label={<strong>Single keys</strong>}
        hint="Digits and letters act on the story while it has the focus. Off: only the buttons and Ctrl or Cmd keys."
        on={settings.singleKeys}
        onChange={(singleKeys) => actions.changeSettings({ singleKeys })}
      />
    </DialogFrame>
  )
}
