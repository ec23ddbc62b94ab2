import { type Command, Selection, TextSelection } from 'prosemirror-state'
import type { Platform } from '../../../shared/desk/contract.ts'

/**
 * To the start or the end of the story. The browser's own way needs two presses: it goes by what is laid out, and
 * what is far out of sight is not; the first press only scrolls there.
 * @param to 1: end, -1: start
 * @param extend the selection grows up to there
 */
export function goFar(to: 1 | -1, extend: boolean): Command {
  return (state, dispatch) => {
    const { doc, selection, tr } = state
    const edge = to === 1 ? Selection.atEnd(doc) : Selection.atStart(doc)
    const next = extend ? TextSelection.between(doc.resolve(selection.anchor), edge.$head) : edge
    dispatch?.(tr.setSelection(next).scrollIntoView())
    return true
  }
}

/** The command of a key that goes there, as the platform has it; null: it is another key. */
export function farKey(event: KeyboardEvent, platform: Platform): Command | null {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event
  const mac = platform === 'darwin'
  if (altKey || (mac ? !metaKey || ctrlKey : !ctrlKey || metaKey)) return null
  if (key === (mac ? 'ArrowDown' : 'End')) return goFar(1, shiftKey)
  return key === (mac ? 'ArrowUp' : 'Home') ? goFar(-1, shiftKey) : null
}
