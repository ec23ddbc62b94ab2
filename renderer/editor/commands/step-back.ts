import { chainCommands } from 'prosemirror-commands'
import { type Command, TextSelection } from 'prosemirror-state'
import { annotationsOf, tell } from '../annotation-state.ts'
import type { EditorContext } from '../context.ts'
import { stopPlacing } from './accept.ts'
import { disarm } from './arm.ts'
import { leaveBorder } from './border.ts'

/**
 * `Esc` takes back the least: a border that is being moved, an armed tag, a started retag, placing again, then the
 * selection, then the active annotation. A jump that waits for letters takes the key before. False: there is nothing.
 */
export function stepBack(context: EditorContext): Command {
  return chainCommands(
    leaveBorder(context),
    disarm(context),
    stopRetag,
    stopPlacing(context),
    unselect,
    deactivate,
  )
}

const stopRetag: Command = (state, dispatch) => {
  const { retagging } = annotationsOf(state)
  if (retagging) dispatch?.(tell(state.tr, { retagging: false }))
  return retagging
}

const unselect: Command = ({ selection, doc, tr }, dispatch) => {
  if (!selection.empty) dispatch?.(tr.setSelection(TextSelection.create(doc, selection.head)))
  return !selection.empty
}

const deactivate: Command = (state, dispatch) => {
  const { active } = annotationsOf(state)
  if (active !== null) dispatch?.(tell(state.tr, { active: null }))
  return active !== null
}
