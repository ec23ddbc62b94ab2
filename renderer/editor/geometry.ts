import type { EditorView } from 'prosemirror-view'
import type { AnnotationId, Span, TextOffset } from '../../shared/units.ts'
import { drawingOf } from './drawing-plugin.ts'
import { positionsOf } from './positions.ts'
import { sightOf } from './viewport.ts'

/** Finds drawn marks by id. Looks through the page once per layout, however many cards ask. */
export class MarkElements {
  private found: Map<string, HTMLElement> | null = null
  private readonly root: HTMLElement

  constructor(root: HTMLElement) {
    this.root = root
  }

  /** The page was redrawn. */
  forget(): void {
    this.found = null
  }

  /** The first piece of a mark; undefined: it is not drawn. */
  first(id: AnnotationId): HTMLElement | undefined {
    if (this.found === null) {
      this.found = new Map()
      for (const element of this.root.querySelectorAll<HTMLElement>('[data-annotation-id]')) {
        const name = element.dataset.annotationId ?? ''
        if (!this.found.has(name)) this.found.set(name, element)
      }
    }
    return this.found.get(id)
  }
}

/** First and last line of the selection; null: nothing is selected or it is out of sight. */
export function selectionLines(
  view: EditorView,
  scroller: HTMLElement | null,
): { readonly first: DOMRect; readonly last: DOMRect } | null {
  const { empty, from, to, $from, $to } = view.state.selection
  if (empty) return null
  const lines = $from.sameParent($to) ? rangeLines(view, from, to) : endLines(view, from, to)
  const [first] = lines
  const last = lines.at(-1)
  const sight = sightOf(scroller)
  if (first === undefined || last === undefined) return null
  return last.bottom > sight.top && first.top < sight.bottom ? { first, last } : null
}

/** First line of a span; null: its beginning is not drawn. */
export function rectOfSpan(view: EditorView, span: Span): DOMRect | null {
  if (!isDrawn(view, span.start)) return null
  // A span of many paragraphs begins with one line all the same.
  const positions = positionsOf(view.state.doc)
  const end = Math.min(span.end, positions.blockSpan(span.start).end) as TextOffset
  if (end <= span.start) return null
  const { from, to } = positions.rangeOf({ start: span.start, end })
  return rangeLines(view, from, to)[0] ?? null
}

/** Carets before the first and behind the last character of a span; null: not drawn there. */
export function bordersOf(
  view: EditorView,
  span: Span,
): { readonly start: DOMRect | null; readonly end: DOMRect | null } {
  const { from, to } = positionsOf(view.state.doc).rangeOf(span)
  return {
    start: isDrawn(view, span.start) ? caretRect(view, from, 1) : null,
    end: isDrawn(view, span.end) ? caretRect(view, to, -1) : null,
  }
}

/** Asking for the place of what is far away would lay out all that lies between. */
function isDrawn(view: EditorView, offset: TextOffset): boolean {
  return drawingOf(view.state).pieces.some(({ start, end }) => start <= offset && offset <= end)
}

function caretRect(view: EditorView, pos: number, side: 1 | -1): DOMRect {
  const { left, top, bottom } = view.coordsAtPos(pos, side)
  return new DOMRect(left, top, 0, bottom - top)
}

function rangeLines(view: EditorView, from: number, to: number): readonly DOMRect[] {
  const start = view.domAtPos(from, 1)
  const end = view.domAtPos(to, -1)
  const range = document.createRange()
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  return joinLines([...range.getClientRects()].filter((rect) => rect.width > 0))
}

/** Over several blocks only the two ends are asked for: a whole story may be selected. */
function endLines(view: EditorView, from: number, to: number): readonly DOMRect[] {
  return [view.coordsAtPos(from, 1), view.coordsAtPos(to, -1)].map(
    ({ left, right, top, bottom }) => new DOMRect(left, top, right - left, bottom - top),
  )
}

/** Boxes of one line, side by side, as one box. */
function joinLines(rects: readonly DOMRect[]): readonly DOMRect[] {
  const lines: DOMRect[] = []
  for (const rect of rects) {
    const line = lines.at(-1)
    if (line === undefined || rect.top >= line.bottom - line.height / 2) {
      lines.push(rect)
      continue
    }
    const left = Math.min(line.left, rect.left)
    const top = Math.min(line.top, rect.top)
    const right = Math.max(line.right, rect.right)
    const bottom = Math.max(line.bottom, rect.bottom)
    lines[lines.length - 1] = new DOMRect(left, top, right - left, bottom - top)
  }
  return lines
}
