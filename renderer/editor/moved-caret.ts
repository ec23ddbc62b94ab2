import type { EditorView } from 'prosemirror-view'

const moving = new WeakSet<EditorView>()

/** The key that is being heard lets the browser move the caret. */
export function caretWillMove(view: EditorView): void {
  moving.add(view)
}

/**
 * Reads where the browser put the caret. It tells so in a task of its own: a key that was typed ahead would still
 * find the old caret, and what is drawn before that task would put it back.
 */
export function readMovedCaret(view: EditorView): void {
  if (moving.delete(view)) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
}
