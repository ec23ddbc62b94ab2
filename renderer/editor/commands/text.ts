import type { Command } from 'prosemirror-state'
import { readOnlyFormat } from '../../../shared/messages/text.ts'
import { snapToGraphemes } from '../../../shared/story/graphemes.ts'
import { span, type TextOffset } from '../../../shared/units.ts'
import { tell } from '../annotation-state.ts'
import type { EditorContext } from '../context.ts'
import { storyOf, storyStateOf, tellStory } from '../story-state.ts'
import { breakLine, deletePiece, replaceText, selectedPiece, splitBlock } from '../text-edits.ts'

export const annotating = 'Annotating, text locked'
export const editing = 'Editing, text can be typed into'

/** Switches between annotating and editing the text. */
export function toggleEdit(context: EditorContext): Command {
  return (state, dispatch) => {
    const { mode, editing: allowed } = storyStateOf(state)
    if (!allowed.can) {
      if (dispatch !== undefined) {
        context.say(
          allowed.reason === 'encoding'
            ? `The text can’t be edited here: ${allowed.encoding} is only read. Save the file as UTF-8 in another program`
            : `The text can’t be edited here. ${readOnlyFormat(storyOf(state).format)}`,
        )
      }
      return false
    }
    const next = mode === 'edit' ? 'annotate' : 'edit'
    dispatch?.(tell(tellStory(state.tr, { mode: next }), { placing: null, retagging: false }))
    if (dispatch !== undefined) context.say(next === 'edit' ? editing : annotating)
    return true
  }
}

/** Types in place of the selection. */
export function typeText(text: string): Command {
  return (state, dispatch) => {
    dispatch?.(replaceText(state, selectedPiece(state), text, storyOf(state)))
    return true
  }
}

/** Enter: ends the paragraph. */
export const enter: Command = (state, dispatch) => {
  dispatch?.(splitBlock(state, selectedPiece(state)))
  return true
}

/** Shift+Enter: a line break inside the paragraph, where the format has one; else the paragraph ends. */
export const lineBreak: Command = (state, dispatch) => {
  const { format, hardWrapped } = storyOf(state)
  if (format === 'txt' && !hardWrapped) return enter(state, dispatch)
  const piece = selectedPiece(state)
  const tr = piece.start === piece.end ? state.tr : deletePiece(state, piece)
  dispatch?.(breakLine(tr, piece.start, hardWrapped))
  return true
}

/** Backspace. Inside a paragraph, on a bare caret, the browser knows best what a character is (false). */
export const backspace = deleting(-1)

/** Delete, forwards. */
export const deleteForward = deleting(1)

function deleting(step: -1 | 1): Command {
  return (state, dispatch) => {
    const piece = selectedPiece(state)
    const { text, blocks } = storyOf(state)
    if (piece.start !== piece.end) {
      dispatch?.(deletePiece(state, piece))
      return true
    }
    const { $head } = state.selection
    const inside = step < 0 ? $head.parentOffset > 0 : $head.parentOffset < $head.parent.content.size
    if (inside) return false
    const at = step < 0 ? piece.start - 1 : piece.start
    // At the very ends of the story there is nothing to take away, and nothing for the browser to try.
    if (at < 0 || at >= text.length || blocks.length === 0) return true
    dispatch?.(deletePiece(state, { start: at as TextOffset, end: (at + 1) as TextOffset }))
    return true
  }
}

/** Takes away the character before or behind the caret, where no browser does it. */
export function deleteCharacter(step: -1 | 1): Command {
  return (state, dispatch) => {
    if (deleting(step)(state, dispatch)) return true
    const { start } = selectedPiece(state)
    const at = step < 0 ? start - 1 : start
    dispatch?.(deletePiece(state, snapToGraphemes(storyOf(state).text, span(at, at + 1))))
    return true
  }
}
