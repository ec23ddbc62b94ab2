import type { Command } from 'prosemirror-state'
import { insideQuotation, quotationAt } from '../../../shared/story/quotations.ts'
import type { Story } from '../../../shared/story/story.ts'
import type { Span, TextOffset } from '../../../shared/units.ts'
import { caretOf, select, selectedSpan } from '../selection.ts'
import { storyOf } from '../story-state.ts'

/**
 * `Q`: selects the quotation at the caret, else the next one of the paragraph, with its marks; again: the words inside
 * them; again: with them.
 */
export const selectQuotation: Command = (state, dispatch) => {
  const story = storyOf(state)
  const selected = selectedSpan(state)
  const whole = aroundWords(story, selected) ?? quotationAt(story, selected?.start ?? caretOf(state))
  if (whole === null) return false
  const wanted = isSame(selected, whole) ? insideQuotation(story.text, whole) : whole
  dispatch?.(select(state.tr, wanted))
  return true
}

/** The quotation whose words are just what is selected. They may begin with another quotation. */
function aroundWords(story: Story, selected: Span | null): Span | null {
  if (selected === null || selected.start === 0) return null
  const around = quotationAt(story, (selected.start - 1) as TextOffset)
  return around !== null && isSame(selected, insideQuotation(story.text, around)) ? around : null
}

function isSame(a: Span | null, b: Span): boolean {
  return a !== null && a.start === b.start && a.end === b.end
}
