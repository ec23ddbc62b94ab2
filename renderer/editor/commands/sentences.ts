import type { Command } from 'prosemirror-state'
import { sentenceBefore, sentenceFrom } from '../../../shared/story/sentences.ts'
import { caretOf, select, selectedSpan } from '../selection.ts'
import { storyOf } from '../story-state.ts'

/** Selects the next sentence, so that a digit tags it. A caret at the very start of one takes that one. */
export const nextSentence: Command = (state, dispatch) => {
  const next = sentenceFrom(storyOf(state), selectedSpan(state)?.end ?? caretOf(state))
  if (next !== null) dispatch?.(select(state.tr, next))
  return next !== null
}

/** Selects the sentence that begins before the selection or the caret. */
export const previousSentence: Command = (state, dispatch) => {
  const previous = sentenceBefore(storyOf(state), selectedSpan(state)?.start ?? caretOf(state))
  if (previous !== null) dispatch?.(select(state.tr, previous))
  return previous !== null
}
