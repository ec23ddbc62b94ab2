import { type Command, Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Span, TextOffset } from '../../shared/units.ts'
import { nextTurn } from './next-turn.ts'
import { positionsOf } from './positions.ts'
import { selectedSpan } from './selection.ts'
import { clicked, snapToWords } from './snap.ts'
import { storyOf, storyStateOf } from './story-state.ts'

// A third click comes within this time of the second, in milliseconds; then the word was not meant.
const THIRD_CLICK = 300

interface PointerOptions {
  /** What is dragged over grows to whole words; as it is set now. */
  snap(): boolean
  /** The mouse has selected something, and its button is up. */
  readonly selected: Command
}

/** One press of the button, from down to up. */
interface Press {
  /** What was selected before. */
  readonly old: Span | null
  /** How many clicks selected something by themselves. */
  clicks: 0 | 2 | 3
}

/**
 * What the mouse selects. Two clicks take the word, three the sentence, by the story's own rules instead of the
 * browser's. What is dragged over grows to whole words when the button is let go, unless that is switched off in
 * the settings or Alt is held. Selections made by keys stay as they are, and so do those in a text that is edited.
 */
export function pointerPlugin({ snap, selected }: PointerOptions): Plugin {
  let press: Press | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  /** How often the button went down. */
  let presses = 0
  const edits = (view: EditorView) => storyStateOf(view.state).mode === 'edit'

  const take = (view: EditorView, pos: number, clicks: 2 | 3, event: MouseEvent): boolean => {
    if (event.button !== 0 || event.shiftKey || edits(view)) return false
    const found = clicked(storyOf(view.state), characterAt(view, pos, event), clicks)
    if (found === null) return false
    view.focus()
    view.dispatch(selectByPointer(view, found))
    if (press !== null) press.clicks = clicks
    return true
  }
  const release = async (view: EditorView, { old, clicks }: Press, snaps: boolean) => {
    if (clicks === 2) {
      timer = setTimeout(() => tell(view, old), THIRD_CLICK)
      return
    }
    const mine = presses
    // The browser tells of the last part of the selection after the button.
    await nextTurn()
    // The next click of two or three came first: what is selected now is that one's.
    if (view.isDestroyed || edits(view) || presses !== mine) return
    const tr = clicks === 0 && snaps ? grown(view, old) : null
    if (tr !== null) view.dispatch(tr)
    tell(view, old)
  }
  const tell = (view: EditorView, old: Span | null) => {
    if (view.isDestroyed) return
    const now = selectedSpan(view.state)
    if (now !== null && !isSame(now, old)) selected(view.state, view.dispatch, view)
  }

  return new Plugin({
    props: {
      handleDoubleClick: (view, pos, event) => take(view, pos, 2, event),
      handleTripleClick: (view, pos, event) => take(view, pos, 3, event),
    },
    view(view) {
      const stopped = new AbortController()
      const options = { capture: true, signal: stopped.signal }
      const down = (event: PointerEvent) => {
        clearTimeout(timer)
        presses += 1
        press = event.button === 0 ? { old: selectedSpan(view.state), clicks: 0 } : null
      }
      const up = (event: PointerEvent) => {
        if (press !== null && !edits(view)) void release(view, press, snap() && !event.altKey)
        press = null
      }
      view.dom.addEventListener('pointerdown', down, options)
      window.addEventListener('pointerup', up, options)
      return {
        destroy() {
          clearTimeout(timer)
          stopped.abort()
        },
      }
    },
  })
}

/** null: nothing new was selected, or it needs no growing. */
function grown(view: EditorView, old: Span | null): Transaction | null {
  const selected = selectedSpan(view.state)
  if (selected === null || isSame(selected, old)) return null
  const words = snapToWords(storyOf(view.state).text, selected)
  return words === null || isSame(words, selected) ? null : selectByPointer(view, words)
}

/** Selects without scrolling; the end that was dragged stays the one that moves. */
function selectByPointer({ state }: EditorView, span: Span): Transaction {
  const { from, to } = positionsOf(state.doc).rangeOf(span)
  const back = state.selection.head < state.selection.anchor
  const selection = TextSelection.create(state.doc, back ? to : from, back ? from : to)
  return state.tr.setSelection(selection).setMeta('pointer', true)
}

const isSame = (a: Span, b: Span | null) => a.start === b?.start && a.end === b.end

/** The character under the pointer: the caret position next to it may lie behind it. */
function characterAt(view: EditorView, pos: number, { clientX, clientY }: MouseEvent): TextOffset {
  const offset = positionsOf(view.state.doc).offsetAt(pos)
  if (view.state.doc.resolve(pos).parentOffset === 0) return offset
  const start = view.domAtPos(pos - 1, 1)
  const end = view.domAtPos(pos, -1)
  const range = document.createRange()
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  const under = [...range.getClientRects()].some(
    ({ left, right, top, bottom }) =>
      left <= clientX && clientX < right && top <= clientY && clientY < bottom,
  )
  return under ? ((offset - 1) as TextOffset) : offset
}
