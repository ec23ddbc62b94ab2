import { chainCommands } from 'prosemirror-commands'
import { type Command, Plugin, type PluginSpec, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Platform } from '../../shared/desk/contract.ts'
import { annotationsOf, tell } from './annotation-state.ts'
import { stopPlacing } from './commands/accept.ts'
import { type EditorCommandId, isEditorCommand } from './commands/index.ts'
import { backspace, deleteForward, enter, lineBreak } from './commands/text.ts'
import type { EditorContext } from './context.ts'
import { matchKey } from './key-match.ts'
import { storyStateOf } from './story-state.ts'

export interface KeymapOptions {
  readonly context: EditorContext
  readonly platform: Platform
  /** The person's setting, as it is now. */
  singleKeys(): boolean
  run(command: EditorCommandId): boolean
}

/**
 * Keys on the focused story. A key that means a command of the editor goes no further, even where the command
 * can't be done now; all others, Tab first of all, stay what they are. While the text is edited, what has no
 * Ctrl or Cmd types.
 */
export function keymapPlugin({ context, platform, singleKeys, run }: KeymapOptions): Plugin {
  const goBack = chainCommands(stopPlacing(context), stepBack)
  const spec: PluginSpec<undefined> = {
    props: {
      handleKeyDown(view, event) {
        // What an input method is given belongs to it.
        if (event.isComposing) return false
        if (event.key === 'Escape') return goBack(view.state, view.dispatch)
        const typing = isTyping(view)
        const command = matchKey(event, { platform, story: true, singleKeys: singleKeys(), typing })
        if (command !== null && isEditorCommand(command)) {
          run(command)
          return true
        }
        const write = typing ? writing(event, platform) : null
        // ProseMirror's own answers to these keys know nothing of our blocks; the browser's are read afterwards.
        return write?.(view.state, view.dispatch) ?? false
      },
    },
  }
  return new Plugin(spec)
}

function isTyping({ state }: EditorView): boolean {
  return storyStateOf(state).mode === 'edit' && annotationsOf(state).placing === null
}

/** Keys that write something else than a character. */
function writing(event: KeyboardEvent, platform: Platform): Command | null {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey
  switch (event.key) {
    case 'Enter':
      return plain ? (event.shiftKey ? lineBreak : enter) : null
    case 'Backspace':
      return backspace
    case 'Delete':
      // Shift+Delete cuts where there is a selection.
      return event.shiftKey && platform !== 'darwin' ? null : deleteForward
    default:
      return null
  }
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
