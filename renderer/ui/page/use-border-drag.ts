import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { PlacedAnnotation } from '../../../shared/annotation/annotation.ts'
import { span as spanOf, type TextOffset } from '../../../shared/units.ts'
import type { EditorHandle } from '../../editor/handle.ts'
import { sightOf } from '../../editor/viewport.ts'
import { useTools } from '../tools.ts'
import { previewBorders } from './border-preview.ts'
import { type Border, borderTarget } from './border-target.ts'
import { dragPreview } from './drag-preview.ts'
import { createEdgeScroll, type EdgeScroll } from './edge-scroll.ts'
import { STORY_SCROLL } from './Page.tsx'
import type { Box, Point } from './place-popover.ts'

interface Drag {
  readonly border: Border
  /** From the pointer to the middle of the border, as it was taken hold of. */
  readonly dx: number
  readonly dy: number
  readonly rtl: boolean
  readonly scroller: HTMLElement
  readonly edge: EdgeScroll
  /** Where the pointer is held; null: as it was taken hold of. */
  readonly at: (Point & { readonly alt: boolean }) | null
  readonly to: TextOffset
}

/** Where the dragged border would go now, as a caret in the window. */
export interface Ghost {
  readonly border: Border
  readonly caret: Box | null
}

/**
 * Dragging a border of a mark: shown all the time, done when it is let go, as one step to undo. Held at the top or
 * bottom edge, the page scrolls and the border follows.
 */
export function useBorderDrag(editor: EditorHandle | null, mark: PlacedAnnotation | null) {
  const { store } = useTools()
  const drag = useRef<Drag | null>(null)
  const [ghost, setGhost] = useState<Ghost | null>(null)

  const stop = useRef(() => {
    drag.current?.edge.stop()
    drag.current = null
    previewBorders(null)
    setGhost(null)
  }).current
  const dragging = ghost !== null
  useEffect(() => {
    if (!dragging) return
    // Escape takes the drag back and does nothing else. One listener for all of the drag: a new one for each place
    // of the border could be put on while the key is on its way, and would not hear it.
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      stop()
    }
    window.addEventListener('keydown', onEscape, true)
    return () => window.removeEventListener('keydown', onEscape, true)
  }, [dragging, stop])
  // What is dragged may be gone: a colleague's program can rewrite the story at any time.
  useEffect(() => {
    if (mark === null) stop()
  }, [mark, stop])
  useEffect(() => stop, [stop])

  const start = (border: Border) => (event: PointerEvent<HTMLElement>) => {
    const carets = mark === null ? null : editor?.bordersOf(mark.id)
    const caret = carets?.[border]
    const scroller = document.getElementById(STORY_SCROLL)
    if (event.button !== 0 || mark === null || !carets || !caret || scroller === null) return
    // The focus and the caret stay where they are.
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = {
      border,
      dx: (caret.left + caret.right) / 2 - event.clientX,
      dy: (caret.top + caret.bottom) / 2 - event.clientY,
      rtl: isRightToLeft(mark.id),
      scroller,
      edge: createEdgeScroll(
        scroller,
        () => sightOf(scroller),
        () => latest.current(),
      ),
      at: null,
      to: mark.span[border],
    }
    setGhost({ border, caret })
  }
  /** Brings the border to where the pointer is held over the text now. */
  const follow = () => {
    const { current } = drag
    const text = store.get().open?.editor.story.text
    if (current === null || current.at === null || mark === null || editor === null || text === undefined) {
      return
    }
    const { border, dx, dy, rtl, scroller, at } = current
    const sight = seenOf(scroller)
    // Beyond the edge it is the line at the edge that counts.
    const y = Math.min(Math.max(at.y + dy, sight.top + 1), sight.bottom - 1)
    const offset = editor.offsetAt(at.x + dx, y)
    if (offset === null) return
    const { snap } = store.get().settings
    const to = borderTarget(text, mark.span, border, offset, snap && !at.alt)
    drag.current = { ...current, to }
    const moved = caretAt(editor, to, current)
    const other = editor.bordersOf(mark.id)[border === 'start' ? 'end' : 'start']
    previewBorders(moved === null ? null : dragPreview({ border, moved, other, rtl, sight }))
    setGhost({ border, caret: moved })
  }
  const latest = useRef(follow)
  latest.current = follow

  const move = (event: PointerEvent<HTMLElement>) => {
    if (drag.current === null) return
    drag.current = { ...drag.current, at: { x: event.clientX, y: event.clientY, alt: event.altKey } }
    drag.current.edge.hold(event.clientY)
    follow()
  }
  const end = () => {
    const { current } = drag
    if (current !== null && mark !== null && current.to !== mark.span[current.border]) {
      editor?.moveBorder(mark.id, current.border, current.to)
    }
    stop()
  }
  return { ghost, start, move, end, stop }
}

function isRightToLeft(id: string): boolean {
  const piece = document.querySelector(`[data-annotation-id="${CSS.escape(id)}"]`)
  return piece !== null && getComputedStyle(piece).direction === 'rtl'
}

/** What can be seen of the text, from its one edge to its other. */
function seenOf(scroller: HTMLElement): Box {
  const { left, right } = (scroller.querySelector('.story') ?? scroller).getBoundingClientRect()
  return { ...sightOf(scroller), left, right }
}

/** A border as a caret: before the letter behind it for a start, behind the letter before it for an end. */
function caretAt(editor: EditorHandle, to: TextOffset, { border, rtl }: Drag): Box | null {
  const letter = border === 'start' ? spanOf(to, to + 1) : spanOf(to - 1, to)
  const rect = editor.rectOfSpan(letter)
  if (rect === null) return null
  const x = (border === 'start') === rtl ? rect.right : rect.left
  return { top: rect.top, bottom: rect.bottom, left: x, right: x }
}
