import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import type { Span, TextOffset } from '../../shared/units.ts'
import { positionsOf } from './positions.ts'

/** The selected text; null: only a caret. */
export function selectedSpan(state: EditorState): Span | null {
  const { from, to } = state.selection
  return positionsOf(state.doc).spanOf(from, to)
}

/** Where the caret stands: the end of the selection that moves. */
export function caretOf(state: EditorState): TextOffset {
  return positionsOf(state.doc).offsetAt(state.selection.head)
}

/** Selects a span and brings it into view. */
export function select(tr: Transaction, span: Span): Transaction {
  const { from, to } = positionsOf(tr.doc).rangeOf(span)
  return tr.setSelection(TextSelection.create(tr.doc, from, to)).scrollIntoView()
}

/** Puts a bare caret somewhere and brings it into view. */
export function placeCaret(tr: Transaction, offset: TextOffset): Transaction {
  const pos = positionsOf(tr.doc).posAt(offset)
  return tr.setSelection(TextSelection.create(tr.doc, pos)).scrollIntoView()
}

/** A span without the white space at its ends; null: it is nothing else. */
export function trimSpan(text: string, span: Span): Span | null {
  const inside = text.slice(span.start, span.end)
  const start = span.start + (inside.length - inside.trimStart().length)
  const end = span.end - (inside.length - inside.trimEnd().length)
  return start < end ? { start: start as TextOffset, end: end as TextOffset } : null
}
