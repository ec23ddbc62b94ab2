import { Dialog } from '@base-ui/react/dialog'
import { useEffect, useRef } from 'react'
import dialog from '../parts/DialogFrame.module.css'
import { useDeskAtOnce, useTools } from '../tools.ts'
import styles from './CommandPalette.module.css'
import { PaletteList } from './PaletteList.tsx'
import type { PaletteChoice } from './palette-choices.ts'

// So many are remembered as used; more than are seen at once would be no help.
const REMEMBERED = 12

/** Everything that can be done, to be found by its name. What is chosen is done in the story, where the focus was. */
export function CommandPalette() {
  const { actions, runner } = useTools()
  const open = useDeskAtOnce((state) => state.dialog === 'palette')
  const recent = useRef<readonly string[]>([])
  const chosen = useRef<PaletteChoice | null>(null)
  // When the dialog is gone: a command of the editor needs the focus there, and another dialog must find it there.
  useEffect(() => {
    const { current } = chosen
    if (open || current === null) return
    chosen.current = null
    actions.editor()?.focus()
    if (current.does.kind === 'open') void actions.open(current.does.story)
    else if (!runner.run(current.does.command)) actions.announce(`${current.label}: not now`)
  }, [open, actions, runner])
  if (!open) return null

  const choose = (choice: PaletteChoice) => {
    chosen.current = choice
    recent.current = [choice.id, ...recent.current.filter((id) => id !== choice.id)].slice(0, REMEMBERED)
    actions.showDialog(null)
  }
  const close = () => actions.showDialog(null)
  return (
    <Dialog.Root open onOpenChange={(next) => !next && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialog.backdrop} />
        <Dialog.Popup className={styles.popup} finalFocus={() => storyOr(true)}>
          <Dialog.Title className="hidden-text">All commands</Dialog.Title>
          <PaletteList recent={recent.current} onChoose={choose} onClose={close} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** The story where one is open, whatever had the focus: that is what commands act on. */
function storyOr(other: true): HTMLElement | true {
  return document.querySelector<HTMLElement>('.story') ?? other
}
