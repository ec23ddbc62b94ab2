import type { Command } from 'prosemirror-state'
import { isAbbreviated } from '../../../shared/story/sentence-end.ts'
import { blockAt, sentenceAt } from '../../../shared/story/sentences.ts'
import type { Story } from '../../../shared/story/story.ts'
import { wordAt } from '../../../shared/story/words.ts'
import type { Span, TextOffset } from '../../../shared/units.ts'
import { caretOf, select, selectedSpan, trimSpan } from '../selection.ts'
import { storyOf } from '../story-state.ts'

/** The whole unit around an offset; null: there is none. */
type UnitAt = (story: Story, offset: TextOffset) => Span | null

export const growWord: Command = grow(({ text }, at) => wordAt(text, at))

export const growSentence: Command = grow(sentenceAt)

export const growParagraph: Command = grow(paragraphAt)

/**
 * Selects the unit under the caret, or makes both ends of the selection reach to the ends of their units. A full
 * stop or comma at the end is left out; the same key once more takes it in.
 */
function grow(unitAt: UnitAt): Command {
  return (state, dispatch) => {
    const story = storyOf(state)
    const selected = selectedSpan(state)
    const caret = caretOf(state)
    const first = unitAt(story, selected?.start ?? caret)
    // The unit of the last selected character, not of the one behind it.
    const last = selected === null ? first : unitAt(story, (selected.end - 1) as TextOffset)
    if (first === null || last === null) return false
    const whole: Span = {
      start: earlier(first.start, selected?.start ?? first.start),
      end: later(last.end, selected?.end ?? last.end),
    }
    const short = withoutStop(story.text, whole)
    const again = selected?.start === short.start && selected.end === short.end
    dispatch?.(select(state.tr, again ? whole : short))
    return true
  }
}

function paragraphAt(story: Story, offset: TextOffset): Span | null {
  const block = story.blocks[blockAt(story, offset)]
  return block === undefined || block.start === block.end ? null : trimSpan(story.text, block)
}

/** A span without the full stop, comma or the like at its end; the span itself where nothing else is in it. */
export function withoutStop(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end)
  const stop = /[.,;:…،؛。、，；：]+$/u.exec(words)
  // The point of "5 a.m." belongs to the word.
  if (stop?.[0] === '.' && isAbbreviated(words.slice(0, -1))) return span
  const end = (span.end - (stop?.[0].length ?? 0)) as TextOffset
  return end > span.start ? { start: span.start, end } : span
}

const earlier = (a: TextOffset, b: TextOffset): TextOffset => (a < b ? a : b)
const later = (a: TextOffset, b: TextOffset): TextOffset => (a > b ? a : b)
