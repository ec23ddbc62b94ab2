import type { Slice } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { AnnotationId, Span, TextOffset } from '../../shared/units.ts'
import { annotationsOf } from './annotation-state.ts'
import { positionsOf } from './positions.ts'
import { asAct } from './prepare.ts'
import { storyOf } from './story-state.ts'
import { deletePiece, replaceSlice, replaceText, selectedPiece, withLineEnds } from './text-edits.ts'

interface Taken {
  readonly text: string
  readonly slice: Slice
  /** Marks that were cut with the text, by their place in it. Only the first paste brings them back. */
  readonly marks: readonly { readonly id: AnnotationId; readonly start: number; readonly end: number }[]
}

/**
 * What was last cut or copied here. The system's clipboard has plain text only; where the same text comes back,
 * its blocks and inline marks are known, and after a cut its annotations.
 */
export class StoryClipboard {
  #taken: Taken | null = null

  /** The selected text; null: nothing is selected. */
  copy(state: EditorState): string | null {
    return this.#take(state, false)
  }

  /** The selected text and the transaction that takes it away; null: nothing is selected. */
  cut(state: EditorState): { readonly text: string; readonly tr: Transaction } | null {
    const before = this.#taken
    const text = this.#take(state, true)
    if (text === null) {
      this.#taken = before
      return null
    }
    return { text, tr: asAct(deletePiece(state, selectedPiece(state)), { act: 'Cut', places: [] }) }
  }

  /** Puts text in place of the selection; null: there is none. */
  paste(state: EditorState, raw: string): Transaction | null {
    const text = withLineEnds(raw)
    if (text === '') return null
    const piece = selectedPiece(state)
    const taken = this.#taken?.text === text ? this.#taken : null
    const whole = taken && replaceSlice(state, piece, taken.slice, text)
    const tr = whole ?? replaceText(state, piece, text, storyOf(state))
    const places = taken === null || whole === null ? [] : this.#bringBack(state, taken, piece.start)
    return asAct(tr, { act: 'Paste', places })
  }

  #take(state: EditorState, cut: boolean): string | null {
    const { start, end } = selectedPiece(state)
    if (start === end) return null
    const text = storyOf(state).text.slice(start, end)
    const positions = positionsOf(state.doc)
    const slice = state.doc.slice(positions.posAt(start), positions.posAt(end))
    const inside = cut
      ? annotationsOf(state)
          .set.placed.range(start, end)
          .filter(({ span }) => span.start >= start && span.end <= end)
      : []
    const marks = inside.map(({ id, span }) => ({ id, start: span.start - start, end: span.end - start }))
    this.#taken = { text, slice, marks }
    return text
  }

  /** Of the marks that were cut, those that still stand nowhere. */
  #bringBack(
    state: EditorState,
    taken: Taken,
    at: TextOffset,
  ): readonly { readonly id: AnnotationId; readonly span: Span }[] {
    this.#taken = { ...taken, marks: [] }
    const { byId } = annotationsOf(state).set
    return taken.marks
      .filter(({ id }) => byId.get(id)?.span === null)
      .map(({ id, start, end }) => ({
        id,
        span: { start: (at + start) as TextOffset, end: (at + end) as TextOffset },
      }))
  }
}
