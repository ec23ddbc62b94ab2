import { Field } from '@base-ui/react/field'
import { useState } from 'react'
import { type CommandEntry, type CommandMenu, commandTable } from '../../shared/desk/commands.ts'
import type { Platform } from '../../shared/desk/contract.ts'
import { builtInTags } from '../../shared/tags.ts'
import styles from './HelpDialog.module.css'
import { keyLabel } from './key-label.ts'
import { DialogFrame } from './parts/DialogFrame.tsx'
import form from './parts/Form.module.css'
import { Kbd } from './parts/Kbd.tsx'
import { tagCommand } from './tag-command.ts'
import { useDesk, useTools } from './tools.ts'

const groups: readonly (readonly [CommandMenu, string])[] = [
  ['mark', 'Mark'],
  ['go', 'Move and select'],
  ['edit', 'Undo and edit'],
  ['file', 'Story'],
  ['view', 'Window'],
  ['help', 'Help'],
]

/** Every key of the window, from the command table, to be searched. */
export function HelpDialog() {
  const open = useDesk((state) => state.dialog === 'help')
  return open ? <Help /> : null
}

function Help() {
  const { actions } = useTools()
  const platform = useDesk((state) => state.beginning?.platform ?? 'linux')
  const [sought, setSought] = useState('')
  const found = commandTable.filter((command) => matches(command, platform, sought))
  return (
    <DialogFrame
      open
      size="wide"
      onClose={() => actions.showDialog(null)}
      title="All keys"
      lead="Single keys work while the story has the focus and its text is locked; they can be switched off in Settings."
    >
      <Field.Root className={form.field}>
        <Field.Label className="hidden-text">Search the keys</Field.Label>
        <Field.Control
          className={form.input}
          type="search"
          placeholder="Search"
          value={sought}
          onValueChange={setSought}
        />
      </Field.Root>
      {groups.map(([menu, title]) => (
        <Group key={menu} title={title} commands={found.filter((command) => command.menu === menu)} />
      ))}
      {found.length === 0 && <p>No key does that.</p>}
    </DialogFrame>
  )
}

function Group({ title, commands }: { readonly title: string; readonly commands: readonly CommandEntry[] }) {
  const platform = useDesk((state) => state.beginning?.platform ?? 'linux')
  if (commands.length === 0) return null
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      <dl>
        {commands.map((command) => (
          <div key={command.id} className={styles.row}>
            <dt>{labelOf(command)}</dt>
            <dd className={styles.keys}>
              {command.keys.map((keys) => (
                <Kbd key={keys}>{keyLabel(keys, platform)}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The table knows tags by their digit; here they are called by name. */
function labelOf(command: CommandEntry): string {
  const tag = builtInTags.find((one) => tagCommand(one) === command.id)
  return tag === undefined ? command.label : `Tag as ${tag.label}`
}

function matches(command: CommandEntry, platform: Platform, sought: string): boolean {
  const keys = command.keys.map((key) => keyLabel(key, platform)).join(' ')
  return `${labelOf(command)} ${keys}`.toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase())
}
