import type { EditorView } from 'prosemirror-view'
import type { TextOffset } from '../../shared/units.ts'
import type { Piece } from './decorations.ts'
import { drawingOf, lookAt } from './drawing-plugin.ts'
import { Hands } from './hands.ts'
import { mouseSelects, readMovedCaret } from './moved-caret.ts'
import { positionsOf } from './positions.ts'
import { measureBlocks, measureWindow, scrollerOf } from './viewport.ts'

// In heights of the viewport. Marks that come into sight are there in that frame; those around it are drawn behind it.
const AT_ONCE = 0.1
const AHEAD = 1
// While the story runs by it is drawn every few frames, a bit further than is in sight …
const A_BIT = 0.5
// … and what was left behind is taken away as it goes: in lengths of what is in sight.
const KEPT = 4

/**
 * Keeps the drawn part of the story in step with what is in sight, once per frame at most, and tells listeners
 * after each redraw. What is only near is drawn when the frame is painted and the hands rest: a step of the wheel or
 * a page down finds its marks there. While a pointer is down the drawn part only grows: taking marks away under a selection
 * that is being made would pull the text nodes out from under it.
 */
export class Layout {
  readonly scroller: HTMLElement | null
  readonly hands: Hands
  private readonly view: EditorView
  private readonly listeners = new Set<() => void>()
  private readonly resize: ResizeObserver
  private readonly stopped = new AbortController()
  private frame: number | null = null
  private stopAhead = () => {}
  /** When drawing ahead was first asked for since it was last done; null: it is done. */
  private askedAhead: number | null = null
  private pointerDown = false

  constructor(view: EditorView) {
    this.view = view
    this.scroller = scrollerOf(view.dom)
    this.hands = new Hands(this.scroller)
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
    const seen = measureBlocks(this.view, this.scroller, AT_ONCE)
    const { window: drawn } = drawingOf(this.view.state)
    if (seen !== null && (drawn === null || !holds(drawn, seen))) {
      // Far away the marks that were in sight stand as they are until the hands rest: a jump only draws.
      const left = drawn === null || touch(drawn, seen) ? null : drawn
      this.view.dispatch(lookAt(this.view.state, this.grown(seen, drawn), left))
    }
    this.stopAhead()
    this.askedAhead ??= performance.now()
    this.stopAhead = this.hands.atRest(() => this.drawAhead(), this.askedAhead)
    for (const listener of [...this.listeners]) listener()
  }

  /** What is in sight now, and of what was drawn what is near it. */
  private grown(seen: Piece, drawn: Piece | null): Piece {
    if (drawn === null) return seen
    if (this.pointerDown) return join(seen, drawn)
    if (!touch(drawn, seen)) return seen
    // A page down has more than that of its own to draw.
    const isPage = overlap(drawn, seen) < (seen.end - seen.start) / 2
    const further = (isPage ? null : measureBlocks(this.view, this.scroller, A_BIT)) ?? seen
    const kept = KEPT * (further.end - further.start)
    const positions = positionsOf(this.view.state.doc)
    const blockAt = (offset: number) => positions.blockSpan(clamp(offset, positions.length))
    return {
      start: Math.max(
        Math.min(further.start, drawn.start),
        blockAt(further.start - kept).start,
      ) as TextOffset,
      end: Math.min(Math.max(further.end, drawn.end), blockAt(further.end + kept).end) as TextOffset,
    }
  }

  private drawAhead(): void {
    this.askedAhead = null
    readMovedCaret(this.view)
    const near = measureWindow(this.view, this.scroller, AHEAD)
    const { window: drawn, left } = drawingOf(this.view.state)
    if (near === null || drawn === null) return
    const wanted = this.pointerDown ? join(near, drawn) : near
    if (left === null && wanted.start === drawn.start && wanted.end === drawn.end) return
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
    this.hands.stop()
    this.resize.disconnect()
    if (this.frame !== null) cancelAnimationFrame(this.frame)
    this.stopAhead()
    this.listeners.clear()
  }

  private press(down: boolean): void {
    this.pointerDown = down
    mouseSelects(this.view, down)
    if (!down) this.request()
  }
}

function clamp(offset: number, length: number): TextOffset {
  return Math.round(Math.min(Math.max(offset, 0), length)) as TextOffset
}

function holds(outer: Piece, { start, end }: Piece): boolean {
  return outer.start <= start && end <= outer.end
}

function touch(a: Piece, b: Piece): boolean {
  return a.start <= b.end && b.start <= a.end
}

function overlap(a: Piece, b: Piece): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start)
}

function join(a: Piece, b: Piece): Piece {
  return { start: Math.min(a.start, b.start) as TextOffset, end: Math.max(a.end, b.end) as TextOffset }
}
