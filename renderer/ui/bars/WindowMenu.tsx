import { Menu } from '@base-ui/react/menu'
import { Ellipsis } from 'lucide-react'
import { Fragment } from 'react'
import { type CommandId, findCommand } from '../../../shared/desk/commands.ts'
import { buttonClass } from '../parts/Button.tsx'
import { MenuItem, MenuLine, MenuPopup } from '../parts/MenuPopup.tsx'
import { useDesk, useTools } from '../tools.ts'
import { useKeyboard } from '../use-keyboard.ts'

/** In groups. What has a button in the bar is here as well, where a narrow window leaves no room for that. */
const groups: readonly (readonly CommandId[])[] = [
  ['open', 'save', 'export', 'close'],
  ['undo', 'redo', 'edit-text', 'find'],
  ['hide-marks', 'larger-text', 'smaller-text', 'usual-text'],
  ['palette', 'settings', 'help'],
]

/** Where the name in the table says more than a menu needs. */
const names: Partial<Readonly<Record<CommandId, string>>> = { 'hide-marks': 'Hide all marks' }

/** What is done with the window and the whole story, for the mouse and for hosts without a native menu. */
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
  const keyboard = useKeyboard()
  const possible = useDesk(() => runner.can(id))
  const shown = useDesk(({ open }) => id === 'hide-marks' && open?.marksHidden === true)
  return (
    <MenuItem keys={keyboard.label(id)} disabled={!possible} onClick={() => runner.run(id)}>
      {shown ? 'Show the marks again' : (names[id] ?? findCommand(id).label)}
    </MenuItem>
  )
}
