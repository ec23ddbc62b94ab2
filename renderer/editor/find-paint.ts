import type { EditorView } from 'prosemirror-view'
import type { Span } from '../../shared/units.ts'
import { type Drawing, drawingOf } from './drawing-plugin.ts'
import { foundIn, hitsIn } from './find.ts'
import type { FindHits } from './find-hits.ts'
import { positionsOf } from './positions.ts'
import { measureVisible } from './viewport.ts'

const HITS = 'galley-find'
const CURRENT = 'galley-find-current'

// The browser brings every range up to date after each change of the page (about 2 µs each).
const MOST_RANGES = 400

/**
 * Paints what was found, as CSS highlights: they leave the page's elements alone, so that neither the marks nor
 * what is being typed is redrawn. Only near what can be seen; the ranges are made anew with each layout.
 */
export class FindPaint {
  private readonly view: EditorView
  private readonly scroller: HTMLElement | null
  /** What is painted now; null: nothing. */
  private painted: { readonly hits: FindHits; readonly drawing: Drawing; readonly current: number } | null =
    null

  constructor(view: EditorView, scroller: HTMLElement | null) {
    this.view = view
    this.scroller = scroller
  }

  draw(): void {
    const { state } = this.view
    const hits = hitsIn(state)
    const drawing = drawingOf(state)
    if (hits === null || hits.count === 0 || drawing.window === null) {
      this.clear()
      return
    }
    const current = foundIn(state)?.current ?? -1
    const near = hits.within(drawing.window)
    const many = near.length > MOST_RANGES
    const { painted } = this
    const same = painted?.hits === hits && painted.drawing === drawing && painted.current === current
    if (same && !many) return
    const seen = many ? measureVisible(this.view, this.scroller) : null
    const shown = (seen === null ? near : hits.within(seen)).slice(0, MOST_RANGES)
    const chosen = current < 0 ? null : hits.at(current)
    const others = shown.filter(({ start }) => start !== chosen?.start)
    CSS.highlights.set(HITS, this.highlight(others))
    CSS.highlights.set(CURRENT, this.highlight(chosen === null ? [] : [chosen]))
    this.painted = { hits, drawing, current }
  }

  clear(): void {
    if (this.painted === null) return
    CSS.highlights.delete(HITS)
    CSS.highlights.delete(CURRENT)
    this.painted = null
  }

  private highlight(spans: readonly Span[]): Highlight {
    return new Highlight(...spans.map((span) => this.rangeOf(span)))
  }

  private rangeOf(span: Span): StaticRange {
    const { from, to } = positionsOf(this.view.state.doc).rangeOf(span)
    const start = this.view.domAtPos(from, 1)
    const end = this.view.domAtPos(to, -1)
    return new StaticRange({
      startContainer: start.node,
      startOffset: start.offset,
      endContainer: end.node,
      endOffset: end.offset,
    })
  }
}
