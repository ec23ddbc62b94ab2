import type { Command, EditorState } from 'prosemirror-state'
import { sentenceAt, sentenceBefore, sentenceFrom } from '../../../shared/story/sentences.ts'
import type { TextOffset } from '../../../shared/units.ts'
import { annotationsOf } from '../annotation-state.ts'
import { caretOf, select, selectedSpan } from '../selection.ts'
import { storyOf } from '../story-state.ts'

/**
 * Selects the next sentence, so that a digit tags it. A caret at the very start of one takes that one, unless a tag
 * brought it there: a digit would have tagged that sentence at once, so the one behind it is meant.
 */
export const nextSentence: Command = (state, dispatch) => {
  const next = sentenceFrom(storyOf(state), selectedSpan(state)?.end ?? behindStep(state))
  if (next !== null) dispatch?.(select(state.tr, next))
  return next !== null
}

/** The caret; where a tag made it step on to a sentence, the end of that. With a tag armed each one is meant. */
function behindStep(state: EditorState): TextOffset {
  const { set, active, armed } = annotationsOf(state)
  const caret = caretOf(state)
  const marked = active === null ? null : (set.byId.get(active)?.span ?? null)
  if (marked === null || armed !== null || marked.end >= caret) return caret
  const story = storyOf(state)
  const sentence = sentenceAt(story, caret)
  const isNext = sentence?.start === caret && /^\P{L}*$/u.test(story.text.slice(marked.end, caret))
  return isNext ? sentence.end : caret
}

/** Selects the sentence that begins before the selection or the caret. */
export const previousSentence: Command = (state, dispatch) => {
  const previous = sentenceBefore(storyOf(state), selectedSpan(state)?.start ?? caretOf(state))
  if (previous !== null) dispatch?.(select(state.tr, previous))
  return previous !== null
}
