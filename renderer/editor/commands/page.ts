import { type Command, Selection, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { scrollerOf, sightOf } from '../viewport.ts'

// So much of the page before stays to be seen, in pixels: about two lines, to find one's place again.
const KEPT = 60

/**
 * `PageDown` and `PageUp`, with Shift too: the page goes on by one screen and the caret with it, at its place on the
 * screen. The browser's own way stands still at every second press where parts of the page have not been laid out.
 * @param by 1: down, -1: up
 * @param extend the selection grows to where the caret goes
 */
export function turnPage(by: 1 | -1, extend: boolean): Command {
  return (state, dispatch, view) => {
    if (view === undefined) return false
    if (dispatch === undefined) return true
    const head = headAfter(view, by)
    const selection = extend
      ? TextSelection.between(state.doc.resolve(state.selection.anchor), state.doc.resolve(head), by)
      : Selection.near(state.doc.resolve(head), by)
    dispatch(state.tr.setSelection(selection).scrollIntoView())
    return true
  }
}

/** Scrolls, and finds where the caret stands then; the end of the story where there is nothing further on. */
function headAfter(view: EditorView, by: 1 | -1): number {
  const { head } = view.state.selection
  const { doc } = view.state
  const last = by === 1 ? Selection.atEnd(doc).head : Selection.atStart(doc).head
  const scroller = scrollerOf(view.dom) ?? document.documentElement
  const { top, bottom } = sightOf(scroller)
  const screen = Math.max(KEPT, bottom - top - KEPT)
  const caret = view.coordsAtPos(head)
  const middle = (caret.top + caret.bottom) / 2
  const inSight = middle > top && middle < bottom

  const before = scroller.scrollTop
  scroller.scrollTop += by * screen
  const short = screen - Math.abs(scroller.scrollTop - before)
  const wanted = inSight ? middle + by * short : by === 1 ? top + KEPT : bottom - KEPT
  if (inSight && (wanted < top || wanted > bottom)) return last
  const found = view.posAtCoords({ left: caret.left, top: wanted })?.pos ?? last
  // Where nothing lies further on, the page's end is meant.
  return (found - head) * by > 0 ? found : last
}
