import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { PlacedAnnotation } from '../../../shared/annotation/annotation.ts'
import { span as spanOf, type TextOffset } from '../../../shared/units.ts'
import type { EditorHandle } from '../../editor/handle.ts'
import { useTools } from '../tools.ts'
import { previewBorders } from './border-preview.ts'
import { type Border, borderTarget } from './border-target.ts'
import type { Box } from './place-popover.ts'

interface Drag {
  readonly border: Border
  /** From the pointer to the middle of the border, as it was taken hold of. */
  readonly dx: number
  readonly dy: number
  readonly rtl: boolean
  /** Where the other border stands in the window; null: out of sight. */
  readonly other: Box | null
  readonly to: TextOffset
}

/** Where the dragged border would go now, as a caret in the window. */
export interface Ghost {
  readonly border: Border
  readonly caret: Box | null
}

/** Dragging a border of a mark: shown all the time, done when it is let go, as one step to undo. */
export function useBorderDrag(editor: EditorHandle | null, mark: PlacedAnnotation | null) {
  const { store } = useTools()
  const drag = useRef<Drag | null>(null)
  const [ghost, setGhost] = useState<Ghost | null>(null)

  const stop = () => {
    drag.current = null
    previewBorders(null)
    setGhost(null)
  }
  useEffect(() => {
    if (ghost === null) return
    // Escape takes the drag back and does nothing else.
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      drag.current = null
      previewBorders(null)
      setGhost(null)
    }
    window.addEventListener('keydown', onEscape, true)
    return () => window.removeEventListener('keydown', onEscape, true)
  }, [ghost])
  // What is dragged may be gone: a colleague's program can rewrite the story at any time.
  useEffect(() => () => previewBorders(null), [])

  const start = (border: Border) => (event: PointerEvent<HTMLElement>) => {
    const carets = mark === null ? null : editor?.bordersOf(mark.id)
    const caret = carets?.[border]
    if (event.button !== 0 || mark === null || !carets || !caret) return
    // The focus and the caret stay where they are.
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = {
      border,
      dx: (caret.left + caret.right) / 2 - event.clientX,
      dy: (caret.top + caret.bottom) / 2 - event.clientY,
      rtl: isRightToLeft(mark.id),
      other: carets[border === 'start' ? 'end' : 'start'],
      to: mark.span[border],
    }
    setGhost({ border, caret })
  }
  const move = (event: PointerEvent<HTMLElement>) => {
    const { current } = drag
    const text = store.get().open?.editor.story.text
    if (current === null || mark === null || editor === null || text === undefined) return
    const at = editor.offsetAt(event.clientX + current.dx, event.clientY + current.dy)
    if (at === null) return
    const { snap } = store.get().settings
    const to = borderTarget(text, mark.span, current.border, at, snap && !event.altKey)
    if (to === current.to) return
    drag.current = { ...current, to }
    const caret = caretAt(editor, to, current)
    previewBorders(caret === null || current.other === null ? null : endsOf(current, caret, current.other))
    setGhost({ border: current.border, caret })
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

/** A border as a caret: before the letter behind it for a start, behind the letter before it for an end. */
function caretAt(editor: EditorHandle, to: TextOffset, { border, rtl }: Drag): Box | null {
  const letter = border === 'start' ? spanOf(to, to + 1) : spanOf(to - 1, to)
  const rect = editor.rectOfSpan(letter)
  if (rect === null) return null
  const x = (border === 'start') === rtl ? rect.right : rect.left
  return { top: rect.top, bottom: rect.bottom, left: x, right: x }
}

/** Points a little inside the words, between the two borders. */
function endsOf({ border }: Drag, moved: Box, other: Box) {
  const point = ({ left, top, bottom }: Box) => ({ x: left, y: (top + bottom) / 2 })
  return border === 'start'
    ? { start: point(moved), end: point(other) }
    : { start: point(other), end: point(moved) }
}
