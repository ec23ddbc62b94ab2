import type { EditorView } from 'prosemirror-view'
import { nextTurn } from '../../renderer/editor/next-turn.ts'
import type { TestEditor } from './test-editor.ts'

/** A key as `Shift+ArrowLeft`: modifiers, then `KeyboardEvent.key` on a US keyboard. `held`: it repeats by itself. */
export function pressKey(
  editor: TestEditor,
  keys: string,
  { held = false, composing = false } = {},
): boolean {
  const parts = keys.split('+')
  const key = parts.pop() ?? ''
  const code = /^\d$/.test(key) ? `Digit${key}` : /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key
  const event = {
    key,
    code,
    shiftKey: parts.includes('Shift'),
    ctrlKey: parts.includes('Ctrl'),
    altKey: parts.includes('Alt'),
    metaKey: false,
    repeat: held,
    isComposing: composing,
  } as KeyboardEvent
  const view = viewOf(editor)
  return editor.state.plugins.some((plugin) => plugin.props.handleKeyDown?.call(plugin, view, event) === true)
}

/** Presses keys one after the other. */
export function pressKeys(editor: TestEditor, ...keys: readonly string[]): void {
  for (const key of keys) pressKey(editor, key)
}

/** Lets go of Shift; resolves when what that does is done. */
export async function releaseShift(editor: TestEditor): Promise<void> {
  const view = viewOf(editor)
  const event = { key: 'Shift' } as KeyboardEvent
  for (const plugin of editor.state.plugins) plugin.props.handleDOMEvents?.keyup?.call(plugin, view, event)
  await nextTurn()
  await nextTurn()
}

/** As much of a view as handlers of keys look at. */
function viewOf(editor: TestEditor): EditorView {
  return {
    get state() {
      return editor.state
    },
    dispatch: editor.dispatch,
    isDestroyed: false,
  } as EditorView
}
