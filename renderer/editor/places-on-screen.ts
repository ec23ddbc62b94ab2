import type { EditorView } from 'prosemirror-view'
import { annotationsOf } from './annotation-state.ts'
import { drawingOf, drawnMarks } from './drawing-plugin.ts'
import { bordersOf, type MarkElements, rectOfSpan, selectionLines } from './geometry.ts'
import type { EditorHandle } from './handle.ts'
import type { Layout } from './layout.ts'
import { MarkTops } from './mark-tops.ts'
import { positionsOf } from './positions.ts'
import { scrollToSpan } from './scrolling.ts'
import { measureVisible } from './viewport.ts'

type OnScreen = Pick<
  EditorHandle,
  | 'rectOf'
  | 'rectOfSelection'
  | 'rectOfSpan'
  | 'bordersOf'
  | 'offsetAt'
  | 'drawn'
  | 'drawnMarks'
  | 'topsOf'
  | 'onLayout'
  | 'atRest'
  | 'visibleSpan'
  | 'scrollTo'
>

/** The part of the handle that knows where things are in the window. */
export function placesOnScreen(
  view: EditorView,
  layout: Layout,
  elements: MarkElements,
): { readonly handle: OnScreen; stop(): void } {
  const tops = new MarkTops(view, elements)
  let stopScrolling = () => {}
  const handle: OnScreen = {
    rectOf: (id) => elements.first(id)?.getClientRects()[0] ?? null,
    rectOfSelection: () => selectionLines(view, layout.scroller),
    rectOfSpan: (span) => rectOfSpan(view, span),
    bordersOf(id) {
      const span = annotationsOf(view.state).set.byId.get(id)?.span ?? null
      return span === null ? { start: null, end: null } : bordersOf(view, span)
    },
    offsetAt(x, y) {
      const at = view.posAtCoords({ left: x, top: y })
      return at && positionsOf(view.state.doc).offsetAt(at.pos)
    },
    drawn: () => drawingOf(view.state).ids,
    drawnMarks: () => drawnMarks(view.state),
    topsOf: (marks) => tops.of(marks),
    onLayout: (listener) => layout.listen(listener),
    atRest: (run) => layout.hands.atRest(run),
    visibleSpan: () => measureVisible(view, layout.scroller),
    scrollTo(span) {
      stopScrolling()
      stopScrolling = scrollToSpan(view, layout.scroller, span)
    },
  }
  return { handle, stop: () => stopScrolling() }
}
