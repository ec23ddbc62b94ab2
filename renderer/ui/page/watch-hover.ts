import type { Point } from './place-popover.ts'

// The pointer rests on a mark for so long before its card comes, in milliseconds.
const REST = 400
// It may leave mark or card for so long on its way from one to the other (WCAG 1.4.13, hoverable).
const GRACE = 250

export interface HoverListener {
  /** The pointer rests on a piece of a mark, innermost where they lie over each other. False: it has no card. */
  rest(piece: HTMLElement, at: Point): boolean
  /** It is elsewhere, or something else is being done. */
  leave(): void
}

/**
 * Follows the pointer over a scrolling story with one set of listeners, whatever the number of marks, and without a
 * question to the layout. `card`: counts as the mark that it belongs to. Returns how to stop.
 */
export function watchHover(
  scroller: HTMLElement,
  card: () => HTMLElement | null,
  { rest, leave }: HoverListener,
): () => void {
  let coming: ReturnType<typeof setTimeout> | undefined
  let going: ReturnType<typeof setTimeout> | undefined
  /** The piece whose card is shown; it need not rest again. */
  let shown: Element | null = null

  const cancel = () => {
    clearTimeout(coming)
    clearTimeout(going)
    going = undefined
  }
  const away = () => {
    cancel()
    shown = null
    leave()
  }
  const move = (event: PointerEvent) => {
    if (event.pointerType === 'touch' || !(event.target instanceof Element)) return
    clearTimeout(coming)
    if (card()?.contains(event.target)) return cancel()
    const piece = event.buttons === 0 ? event.target.closest('[data-annotation-id]') : null
    if (piece !== null && piece === shown) return cancel()
    if (shown !== null) going ??= setTimeout(away, GRACE)
    if (!(piece instanceof HTMLElement)) return
    const at = { x: event.clientX, y: event.clientY }
    coming = setTimeout(() => {
      cancel()
      shown = rest(piece, at) ? piece : null
    }, REST)
  }
  const press = (event: PointerEvent) => {
    if (!(event.target instanceof Node) || !card()?.contains(event.target)) away()
  }
  const out = () => {
    clearTimeout(coming)
    if (shown !== null) going ??= setTimeout(away, GRACE)
  }
  const onKey = (event: KeyboardEvent) => {
    // Escape that puts a card away does nothing else.
    if (event.key === 'Escape' && shown !== null) {
      event.preventDefault()
      event.stopPropagation()
    }
    // Shift, Ctrl and the like alone are no keys yet.
    if (!['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) away()
  }
  const stopped = new AbortController()
  const { signal } = stopped
  const stage = scroller.parentElement ?? scroller
  stage.addEventListener('pointermove', move, { passive: true, signal })
  stage.addEventListener('pointerleave', out, { passive: true, signal })
  scroller.addEventListener('scroll', away, { passive: true, signal })
  window.addEventListener('pointerdown', press, { capture: true, signal })
  window.addEventListener('keydown', onKey, { capture: true, signal })
  return () => {
    cancel()
    stopped.abort()
  }
}
