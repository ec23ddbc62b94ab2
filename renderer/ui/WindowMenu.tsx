import { Menu } from '@base-ui/react/menu'
import { Ellipsis } from 'lucide-react'
import { Fragment } from 'react'
import { type CommandId, findCommand } from '../../shared/desk/commands.ts'
import { keyLabel } from './key-label.ts'
import { buttonClass } from './parts/Button.tsx'
import { MenuItem, MenuLine, MenuPopup } from './parts/MenuPopup.tsx'
import { useDesk, useTools } from './tools.ts'

/** In groups; a command that the table knows but that stands elsewhere in the bar is not repeated. */
const groups: readonly (readonly CommandId[])[] = [
  ['open', 'save', 'close'],
  ['undo', 'redo', 'edit-text'],
  ['settings', 'help'],
]

/** The commands that have no button of their own, for the mouse and for hosts without a native menu. */
export function WindowMenu() {
  return (
    <Menu.Root>
      <Menu.Trigger className={buttonClass({ kind: 'quiet', icon: true })} aria-label="Menu">
        <Ellipsis size={18} aria-hidden="true" />
      </Menu.Trigger>
      <MenuPopup label="Menu">
        {groups.map((group, index) => (
          <Fragment key={group[0]}>
            {index > 0 && <MenuLine />}
            {group.map((id) => (
              <CommandItem key={id} id={id} />
            ))}
          </Fragment>
        ))}
      </MenuPopup>
    </Menu.Root>
  )
}

function CommandItem({ id }: { readonly id: CommandId }) {
  const { runner } = useTools()
  const platform = useDesk((state) => state.beginning?.platform ?? 'linux')
  const possible = useDesk(() => runner.can(id))
  const { label, keys } = findCommand(id)
  const first = keys[0]
  return (
    <MenuItem
      keys={first === undefined ? undefined : keyLabel(first, platform)}
      disabled={!possible}
      onClick={() => runner.run(id)}
    >
      {label}
    </MenuItem>
  )
}
