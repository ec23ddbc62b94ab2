import type { EditorView } from 'prosemirror-view'

const moving = new WeakSet<EditorView>()
const selecting = new WeakSet<EditorView>()

/** The key that is being heard lets the browser move the caret. */
export function caretWillMove(view: EditorView): void {
  moving.add(view)
}

/** The mouse selects: until its button is up, the browser may have moved the selection at any moment. */
export function mouseSelects(view: EditorView, selects: boolean): void {
  if (selects) selecting.add(view)
  else selecting.delete(view)
  moving.add(view)
}

/**
 * Reads where the browser put the caret, or what the mouse selected so far. It tells so in a task of its own: a key
 * that was typed ahead would still find the old caret, and what is drawn before that task would put it back, which
 * ends a drag in nothing.
 */
export function readMovedCaret(view: EditorView): void {
  const moved = moving.delete(view)
  if (moved || selecting.has(view)) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
}
