import { Menu } from '@base-ui/react/menu'
import { Ellipsis } from 'lucide-react'
import { Fragment } from 'react'
import { type CommandId, findCommand } from '../../../shared/desk/commands.ts'
import type { DeskState } from '../../state/model.ts'
import { isWholePage } from '../../state/selectors.ts'
import { buttonClass } from '../parts/Button.tsx'
import { MenuItem, MenuLine, MenuPopup } from '../parts/MenuPopup.tsx'
import { useDesk, useTools } from '../tools.ts'
import { useKeyboard } from '../use-keyboard.ts'

/** In groups. What has a button in the bar is here as well, where a narrow window leaves no room for that. */
const groups: readonly (readonly CommandId[])[] = [
  ['open', 'save', 'export', 'export-folder', 'import', 'close'],
  ['undo', 'redo', 'edit-text', 'find'],
  ['hide-marks', 'whole-page', 'larger-text', 'smaller-text', 'usual-text'],
  ['palette', 'settings', 'help'],
]

/** Where the name in the table says more than a menu needs. */
const names: Partial<Readonly<Record<CommandId, string>>> = {
  'hide-marks': 'Hide all marks',
  'whole-page': 'Show the whole web page',
}

/** What a command is called while it would undo itself. */
function otherName(id: CommandId, state: DeskState): string | undefined {
  if (id === 'hide-marks' && state.open?.marksHidden === true) return 'Show the marks again'
  return id === 'whole-page' && isWholePage(state) ? 'Show the article alone' : undefined
}

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
  const other = useDesk((state) => otherName(id, state))
  return (
    <MenuItem keys={keyboard.label(id)} disabled={!possible} onClick={() => runner.run(id)}>
      {other ?? names[id] ?? findCommand(id).label}
    </MenuItem>
  )
}
