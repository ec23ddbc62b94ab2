import type { EditorView } from 'prosemirror-view'
import type { TextOffset } from '../../shared/units.ts'
import { behindFrame } from './behind-frame.ts'
import type { Piece } from './decorations.ts'
import { drawingOf, lookAt } from './drawing-plugin.ts'
import { readMovedCaret } from './moved-caret.ts'
import { measureWindow, scrollerOf } from './viewport.ts'

// In heights of the viewport. Marks that come into sight are there in that frame; those around it are drawn behind it.
const AT_ONCE = 0.1
const AHEAD = 1

/**
 * Keeps the drawn part of the story in step with what is in sight, once per frame at most, and tells listeners
 * after each redraw. What is only near is drawn when the frame is painted: a step of the wheel or a page down finds
 * its marks there. While a pointer is down the drawn part only grows: taking marks away under a selection
 * that is being made would pull the text nodes out from under it.
 */
export class Layout {
  readonly scroller: HTMLElement | null
  private readonly view: EditorView
  private readonly listeners = new Set<() => void>()
  private readonly resize: ResizeObserver
  private readonly stopped = new AbortController()
  private frame: number | null = null
  private stopAhead = () => {}
  private pointerDown = false

  constructor(view: EditorView) {
    this.view = view
    this.scroller = scrollerOf(view.dom)
    const { signal } = this.stopped
    const later = () => this.request()
    const target: EventTarget = this.scroller ?? window
    target.addEventListener('scroll', later, { passive: true, signal })
    window.addEventListener('resize', later, { signal })
    // Capture: what lies over the story may stop these on their way.
    const press = { capture: true, signal }
    view.dom.addEventListener('pointerdown', () => this.press(true), press)
    window.addEventListener('pointerup', () => this.press(false), press)
    window.addEventListener('pointercancel', () => this.press(false), press)
    this.resize = new ResizeObserver(later)
    this.resize.observe(view.dom)
    if (this.scroller !== null) this.resize.observe(this.scroller)
  }

  /** Measures and redraws in the next frame. */
  request(): void {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null
      this.now()
    })
  }

  /** Measures and redraws at once. */
  now(): void {
    readMovedCaret(this.view)
    const seen = measureWindow(this.view, this.scroller, AT_ONCE)
    const { window: drawn } = drawingOf(this.view.state)
    if (seen !== null && (drawn === null || !holds(drawn, seen))) {
      const grow = drawn !== null && (this.pointerDown || touch(drawn, seen))
      this.view.dispatch(lookAt(this.view.state, grow ? join(seen, drawn) : seen))
    }
    this.stopAhead()
    this.stopAhead = behindFrame(() => this.drawAhead())
    for (const listener of [...this.listeners]) listener()
  }

  private drawAhead(): void {
    const near = measureWindow(this.view, this.scroller, AHEAD)
    const { window: drawn } = drawingOf(this.view.state)
    if (near === null || drawn === null) return
    const wanted = this.pointerDown ? join(near, drawn) : near
    if (wanted.start === drawn.start && wanted.end === drawn.end) return
    this.view.dispatch(lookAt(this.view.state, wanted))
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  stop(): void {
    this.stopped.abort()
    this.resize.disconnect()
    if (this.frame !== null) cancelAnimationFrame(this.frame)
    this.stopAhead()
    this.listeners.clear()
  }

  private press(down: boolean): void {
    this.pointerDown = down
    if (!down) this.request()
  }
}

function holds(outer: Piece, { start, end }: Piece): boolean {
  return outer.start <= start && end <= outer.end
}

function touch(a: Piece, b: Piece): boolean {
  return a.start <= b.end && b.start <= a.end
}

function join(a: Piece, b: Piece): Piece {
  return { start: Math.min(a.start, b.start) as TextOffset, end: Math.max(a.end, b.end) as TextOffset }
}
