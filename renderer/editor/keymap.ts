import { type Command, Plugin, type PluginSpec, TextSelection } from 'prosemirror-state'
import type { Platform } from '../../shared/desk/contract.ts'
import { annotationsOf, tell } from './annotation-state.ts'
import { type EditorCommandId, isEditorCommand } from './commands/index.ts'
import { matchKey } from './key-match.ts'

export interface KeymapOptions {
  readonly platform: Platform
  /** The person's setting, as it is now. */
  singleKeys(): boolean
  run(command: EditorCommandId): boolean
}

/**
 * Keys on the focused story. A key that means a command of the editor goes no further, even where the command
 * can't be done now; all others, Tab first of all, stay what they are.
 */
export function keymapPlugin({ platform, singleKeys, run }: KeymapOptions): Plugin {
  const spec: PluginSpec<undefined> = {
    props: {
      handleKeyDown(view, event) {
        if (event.key === 'Escape') return stepBack(view.state, view.dispatch)
        const command = matchKey(event, { platform, story: true, singleKeys: singleKeys() })
        if (command === null || !isEditorCommand(command)) return false
        run(command)
        return true
      },
    },
  }
  return new Plugin(spec)
}

/** `Esc` takes back the least: a started retag, then the selection, then the active annotation. */
export const stepBack: Command = (state, dispatch) => {
  const { retagging, active } = annotationsOf(state)
  const { selection } = state
  if (retagging) dispatch?.(tell(state.tr, { retagging: false }))
  else if (!selection.empty) {
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, selection.head)))
  } else if (active !== null) dispatch?.(tell(state.tr, { active: null }))
  else return false
  return true
}
