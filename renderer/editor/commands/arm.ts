import type { Command, EditorState, Transaction } from 'prosemirror-state'
import { findTag, type Tag, tagLabel } from '../../../shared/tags.ts'
import { annotationsOf, tell } from '../annotation-state.ts'
import type { EditorContext } from '../context.ts'
import { positionsOf } from '../positions.ts'
import { selectedSpan, trimSpan } from '../selection.ts'
import { storyOf, storyStateOf } from '../story-state.ts'
import { tagOfKey, tagSpan } from './tag.ts'

/**
 * `Shift+1` … `Shift+9`: from now on each selection is tagged at once: what a key selects, as it is selected; what
 * the mouse selects, when its button goes up; what Shift and arrows select, when Shift goes up, or at Enter. What was
 * selected before is not. The same key again, or Esc, stops it.
 */
export function arm(context: EditorContext, key: string): Command {
  return (state, dispatch) => {
    const aloud = dispatch !== undefined
    if (storyStateOf(state).mode === 'edit') {
      if (aloud) context.say('Leave Edit text first: tags are armed while annotating')
      return false
    }
    const tag = tagOfKey(context, key, aloud)
    if (tag === null) return false
    if (annotationsOf(state).armed === tag.id) return disarm(context)(state, dispatch)
    dispatch?.(tell(state.tr, { armed: tag.id }))
    if (aloud) context.say(`${tag.label} armed: each selection is tagged at once. Escape stops`)
    return true
  }
}

/** False: none is armed. */
export function disarm(context: EditorContext): Command {
  return (state, dispatch) => {
    const { armed } = annotationsOf(state)
    if (armed === null) return false
    dispatch?.(tell(state.tr, { armed: null }))
    if (dispatch !== undefined) context.say(`${tagLabel(context.tags(), armed)} not armed any more`)
    return true
  }
}

/** Tags the selection with the armed tag. False: none is armed, or nothing is selected. */
export function tagArmed(context: EditorContext): Command {
  return (state, dispatch) => {
    const tag = armedIn(context, state)
    const selected = selectedSpan(state)
    const span = selected && trimSpan(storyOf(state).text, selected)
    if (tag === null || span === null) return false
    if (dispatch !== undefined) dispatch(tagSpan(context, state, state.tr, { span, tag }))
    return true
  }
}

/**
 * A command that selects something: with an armed tag that is tagged at once, as one step.
 * @param back it goes towards the beginning, so the caret does too
 */
export function selecting(context: EditorContext, command: Command, back = false): Command {
  return (state, dispatch, view) =>
    command(state, dispatch && ((tr) => dispatch(taggedIfArmed(context, state, tr, back))), view)
}

/** The transaction of a command that selects; with an armed tag, what it selects is tagged too. */
function taggedIfArmed(
  context: EditorContext,
  state: EditorState,
  tr: Transaction,
  back: boolean,
): Transaction {
  const tag = tr.selectionSet ? armedIn(context, state) : null
  const { from, to } = tr.selection
  const selected = tag && positionsOf(tr.doc).spanOf(from, to)
  const span = selected && trimSpan(storyOf(state).text, selected)
  return tag === null || span === null ? tr : tagSpan(context, state, tr, { span, tag, back })
}

/** The armed tag where it may tag now; null: not. Words that are selected to place a mark again are for that. */
function armedIn(context: EditorContext, state: EditorState): Tag | null {
  const { armed, placing } = annotationsOf(state)
  const { mode, following } = storyStateOf(state)
  if (armed === null || placing !== null || mode === 'edit' || following) return null
  return findTag(context.tags(), armed) ?? null
}
