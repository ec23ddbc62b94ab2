import { type Command, Plugin, type PluginSpec } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Platform } from '../../shared/desk/contract.ts'
import { mayRepeat } from '../../shared/desk/key-repeat.ts'
import { annotationsOf } from './annotation-state.ts'
import { borderKey } from './border-keys.ts'
import { tagArmed } from './commands/arm.ts'
import { farKey } from './commands/far.ts'
import { type EditorCommandId, isEditorCommand } from './commands/index.ts'
import { jumpKey } from './commands/jump.ts'
import { turnPage } from './commands/page.ts'
import { stepBack } from './commands/step-back.ts'
import { backspace, deleteForward, enter, lineBreak } from './commands/text.ts'
import type { EditorContext } from './context.ts'
import { jumpStateOf } from './jump-state.ts'
import { type Keyboard, matchKey } from './key-match.ts'
import { caretWillMove, readMovedCaret } from './moved-caret.ts'
import { nextTurn } from './next-turn.ts'
import { storyStateOf } from './story-state.ts'

export interface KeymapOptions {
  readonly context: EditorContext
  readonly platform: Platform
  /** The person's keys, as they are now. */
  keys(): Keyboard
  run(command: EditorCommandId): boolean
}

/** Keys that move the caret, and select with Shift. */
const moves = /^(?:Arrow|Home$|End$|Page)/

/**
 * Keys on the focused story. First a jump that waits for letters has them, then a border that is being moved. A key
 * that means a command of the editor goes no further, even where the command can't be done now, or not again while
 * the key is held; all others, Tab first of all, stay what they are. While the text is edited, what has no Ctrl or Cmd
 * types.
 */
export function keymapPlugin({ context, platform, keys, run }: KeymapOptions): Plugin {
  const goBack = stepBack(context)
  const tagSelected = tagArmed(context)
  const jumping = jumpKey(context)
  const jump = (view: EditorView, event: KeyboardEvent): boolean => {
    // The key that began it may still be held.
    if (event.repeat && jumpStateOf(view.state).waiting !== null) return true
    const { selection } = view.state
    if (!jumping(view.state, event, view.dispatch)) return false
    if (!view.state.selection.eq(selection)) tagSelected(view.state, view.dispatch)
    return true
  }
  /** Shift and arrows select while a tag is armed; letting go of Shift tags it. */
  let growing = false
  const spec: PluginSpec<undefined> = {
    props: {
      handleKeyDown(view, event) {
        // What an input method is given belongs to it.
        if (event.isComposing) return false
        readMovedCaret(view)
        const moving = moves.test(event.key)
        if (moving) caretWillMove(view)
        if (event.key !== 'Shift') growing = event.shiftKey && moving
        if (jump(view, event)) return true
        if (event.key === 'Escape') return goBack(view.state, view.dispatch)
        if (borderKey(context, event, platform)?.(view.state, view.dispatch) === true) return true
        if (event.key === 'Enter' && tagSelected(view.state, view.dispatch)) return true
        const typing = isTyping(view)
        const command = matchKey(event, { ...keys(), platform, story: true, typing })
        if (command !== null && isEditorCommand(command)) {
          const marks = annotationsOf(view.state).armed !== null
          if (!event.repeat || (mayRepeat(command) && !marks)) run(command)
          return true
        }
        const page = turning(event)
        if (page !== null) return page(view.state, view.dispatch, view)
        const far = farKey(event, platform)
        if (far !== null) return far(view.state, view.dispatch)
        const write = typing ? writing(event, platform) : null
        // ProseMirror's own answers to these keys know nothing of our blocks; the browser's are read afterwards.
        return write?.(view.state, view.dispatch) ?? false
      },
      handleDOMEvents: {
        keyup(view, event) {
          if (event.key !== 'Shift' || !growing) return false
          growing = false
          // By then ProseMirror has read what the browser selected.
          void nextTurn().then(() => view.isDestroyed || tagSelected(view.state, view.dispatch))
          return false
        },
      },
    },
  }
  return new Plugin(spec)
}

function isTyping({ state }: EditorView): boolean {
  return storyStateOf(state).mode === 'edit' && annotationsOf(state).placing === null
}

/** `PageDown` and `PageUp`, with Shift or without. */
function turning({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): Command | null {
  if (ctrlKey || metaKey || altKey) return null
  if (key === 'PageDown') return turnPage(1, shiftKey)
  return key === 'PageUp' ? turnPage(-1, shiftKey) : null
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
