import type { EditorView } from 'prosemirror-view'
import type { Span } from '../../shared/units.ts'
import { positionsOf } from './positions.ts'
import { sightOf } from './viewport.ts'

// Chunks that were never on the screen have guessed heights; each that comes near shifts the rest a little. One
// frame draws it, the next may draw its neighbours.
const FRAMES = 3

/**
 * Scrolls a place of the text to the upper third, and looks again in the next frames, until the heights on the
 * way are real ones. Does nothing if it can be seen well already. Returns how to stop.
 */
export function scrollToSpan(view: EditorView, scroller: HTMLElement | null, span: Span): () => void {
  let frame = 0
  let left = FRAMES
  const step = () => {
    const pos = positionsOf(view.state.doc).posAt(span.start)
    const { top, bottom } = view.coordsAtPos(pos, 1)
    const sight = sightOf(scroller)
    const height = sight.bottom - sight.top
    const margin = Math.min(height / 6, 80)
    const seen = top >= sight.top + margin && bottom <= sight.bottom - margin
    // At once, never smoothly: a smooth one would be overtaken by the next look.
    if (!seen) (scroller ?? window).scrollBy({ top: top - (sight.top + height / 3), behavior: 'instant' })
    if (--left > 0) frame = requestAnimationFrame(step)
  }
  step()
  return () => cancelAnimationFrame(frame)
}
