import { Tabs } from '@base-ui/react/tabs'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { DialogFrame } from '../parts/DialogFrame.tsx'
import { KeysPanel } from '../settings/KeysPanel.tsx'
import { useUnsavedTags } from '../settings/kept-drafts.ts'
import { LookPanel } from '../settings/LookPanel.tsx'
import styles from '../settings/Settings.module.css'
import { TagsPanel } from '../settings/TagsPanel.tsx'
import { YouPanel } from '../settings/YouPanel.tsx'
import { takeFailure, useDesk, useDeskAtOnce, useTools } from '../tools.ts'
import { useMedia } from '../use-media.ts'

/** Parts of the settings stand beside the panel; below this over it. */
const BESIDE = '(min-width: 720px)'

/** Everything that a person can set. Each takes effect when it is changed; the name when the dialog is left. */
export function SettingsDialog() {
  const open = useDeskAtOnce((state) => state.dialog === 'settings')
  return open ? <SettingsForm /> : null
}

function SettingsForm() {
  const tools = useTools()
  const { actions } = tools
  const person = useDesk((state) => state.person)
  const unsaved = useUnsavedTags()
  const beside = useMedia(BESIDE)
  const [tab, setTab] = useState<string>('you')
  const [name, setName] = useState(person?.name ?? '')
  const [complaint, setComplaint] = useState<string | null>(null)

  const leave = async () => {
    const isSame = name.trim() === person?.name
    if (isSame || (await actions.name(name.trim()))) {
      if (unsaved) actions.announce('A change of your tags is not saved yet; it waits in the settings')
      return actions.showDialog(null)
    }
    setComplaint(takeFailure(tools))
    setTab('you')
  }
  const done = (
    <Button kind="primary" onClick={leave}>
      Done
    </Button>
  )
  const parts = [
    { id: 'you', title: 'You', panel: <YouPanel name={name} onChange={setName} complaint={complaint} /> },
    { id: 'look', title: 'Look', panel: <LookPanel /> },
    { id: 'keys', title: 'Keys', panel: <KeysPanel /> },
    { id: 'tags', title: 'Tags', panel: <TagsPanel /> },
  ]
  return (
    <DialogFrame open onClose={leave} title="Settings" actions={done} size="large">
      <Tabs.Root
        className={styles.tabs}
        orientation={beside ? 'vertical' : 'horizontal'}
        value={tab}
        onValueChange={(next) => setTab(String(next))}
      >
        <Tabs.List className={styles.list} aria-label="Parts of the settings">
          {parts.map(({ id, title }) => (
            <Tabs.Tab key={id} value={id} className={styles.tab}>
              {title}
              {id === 'tags' && unsaved && (
                <>
                  <TriangleAlert className={styles.unsaved} size={14} aria-hidden="true" />
                  <span className="hidden-text">not saved</span>
                </>
              )}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {parts.map(({ id, panel }) => (
          <Tabs.Panel key={id} value={id} className={styles.panel}>
            {panel}
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </DialogFrame>
  )
}
