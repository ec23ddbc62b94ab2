import type { Command } from 'prosemirror-state'
import { clauseAt, clauseBefore, clauseFrom } from '../../../shared/story/clauses.ts'
import type { Story } from '../../../shared/story/story.ts'
import type { Span, TextOffset } from '../../../shared/units.ts'
import { caretOf, select, selectedSpan } from '../selection.ts'
import { storyOf } from '../story-state.ts'

/** `C`: selects the next clause. A caret at the very start of one takes that one. */
export const nextClause: Command = (state, dispatch) => {
  const next = clauseFrom(storyOf(state), selectedSpan(state)?.end ?? caretOf(state))
  if (next !== null) dispatch?.(select(state.tr, next))
  return next !== null
}

/** `Shift+C`: selects the clause that begins before the selection or the caret. */
export const previousClause: Command = (state, dispatch) => {
  const previous = clauseBefore(storyOf(state), selectedSpan(state)?.start ?? caretOf(state))
  if (previous !== null) dispatch?.(select(state.tr, previous))
  return previous !== null
}

/** `E`: the selection reaches to the end of its clause, else of the next one; on a bare caret: the clause there. */
export const extendClause: Command = (state, dispatch) => {
  const story = storyOf(state)
  const selected = selectedSpan(state)
  const clause = clauseAt(story, selected?.end ?? caretOf(state))
  if (clause === null || (selected !== null && clause.end <= selected.end)) {
    const next = selected && clauseFrom(story, selected.end)
    if (next === null || selected === null) return false
    dispatch?.(select(state.tr, { start: selected.start, end: next.end }))
    return true
  }
  dispatch?.(select(state.tr, { start: selected?.start ?? clause.start, end: clause.end }))
  return true
}

/** `Shift+E`: the selection ends with the clause before its last one. False: it would be nothing then. */
export const shrinkClause: Command = (state, dispatch) => {
  const selected = selectedSpan(state)
  const end = selected && endBefore(storyOf(state), selected)
  if (selected === null || end === null) return false
  dispatch?.(select(state.tr, { start: selected.start, end }))
  return true
}

/** Where the last clause ends that ends inside a span. */
function endBefore(story: Story, { start, end }: Span): TextOffset | null {
  for (let clause = clauseBefore(story, end); clause !== null; clause = clauseBefore(story, clause.start)) {
    if (clause.end <= start) return null
    if (clause.end < end) return clause.end
  }
  return null
}
