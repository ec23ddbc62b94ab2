import type { Command } from 'prosemirror-state'
import { blockAt, blockSentences } from '../../../shared/story/sentences.ts'
import type { Story } from '../../../shared/story/story.ts'
import type { Span, TextOffset } from '../../../shared/units.ts'
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

/** The first sentence that begins at or after an offset, headline and captions included; null: none does. */
export function sentenceFrom(story: Story, offset: TextOffset): Span | null {
  for (let i = blockAt(story, offset); i < story.blocks.length; i++) {
    const block = story.blocks[i]
    const found = block && blockSentences(story, block).find((sentence) => sentence.start >= offset)
    if (found !== undefined) return found
  }
  return null
}

/** The last sentence that begins before an offset; null: none does. */
function sentenceBefore(story: Story, offset: TextOffset): Span | null {
  for (let i = blockAt(story, offset); i >= 0; i--) {
    const block = story.blocks[i]
    const found = block && blockSentences(story, block).findLast((sentence) => sentence.start < offset)
    if (found !== undefined) return found
  }
  return null
}
