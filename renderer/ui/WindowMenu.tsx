import { Menu } from '@base-ui/react/menu'
import { Ellipsis } from 'lucide-react'
import { type CommandId, findCommand } from '../../shared/desk/commands.ts'
import { keyLabel } from './key-label.ts'
import { buttonClass } from './parts/Button.tsx'
import { MenuItem, MenuLine, MenuPopup } from './parts/MenuPopup.tsx'
import { useDesk, useTools } from './tools.ts'

/** In groups; a command that the table knows but that stands elsewhere in the bar is not repeated. */
const groups: readonly (readonly CommandId[])[] = [
  ['open', 'save', 'close'],
  ['undo', 'redo'],
  ['settings', 'help'],
]

/** The commands that have no button of their own, for the mouse and for hosts without a native menu. */
export function WindowMenu() {
  const platform = useDesk((state) => state.beginning?.platform ?? 'linux')
  // What can be done changes with the story and with each step in it.
  useDesk((state) => state.open?.editor)
  const { runner } = useTools()
  return (
    <Menu.Root>
      <Menu.Trigger className={buttonClass({ kind: 'quiet', icon: true })} aria-label="Menu">
        <Ellipsis size={18} aria-hidden="true" />
      </Menu.Trigger>
      <MenuPopup label="Menu">
        {groups.flatMap((group, index) => [
          index > 0 && <MenuLine key={`line ${group[0]}`} />,
          ...group.map((id) => {
            const { label, keys } = findCommand(id)
            const first = keys[0]
            return (
              <MenuItem
                key={id}
                keys={first === undefined ? undefined : keyLabel(first, platform)}
                disabled={!runner.can(id)}
                onClick={() => runner.run(id)}
              >
                {label}
              </MenuItem>
            )
          }),
        ])}
      </MenuPopup>
    </Menu.Root>
  )
}
