import type { Command } from 'prosemirror-state'
import { isPlaced } from '../../../shared/annotation/annotation.ts'
import { annotationsOf, isVisible, marksAt, tell } from '../annotation-state.ts'
import { caretOf, placeCaret } from '../selection.ts'

/** Moves the caret to the next visible annotation in reading order, counted from the active one. */
export const nextMark: Command = goToMark(1)

export const previousMark: Command = goToMark(-1)

function goToMark(step: 1 | -1): Command {
  return (state, dispatch) => {
    const annotations = annotationsOf(state)
    const { placed, byId } = annotations.set
    const active = annotations.active === null ? undefined : byId.get(annotations.active)
    const from =
      active !== undefined && isPlaced(active)
        ? placed.indexOf(active) + step
        : placed.firstFrom(caretOf(state)) + (step === 1 ? 0 : -1)
    for (let i = from; i >= 0 && i < placed.items.length; i += step) {
      const mark = placed.items[i]
      if (mark === undefined || !isVisible(annotations, mark)) continue
      dispatch?.(tell(placeCaret(state.tr, mark.span.start), { active: mark.id }))
      return true
    }
    return false
  }
}

/** Makes the next of the annotations over one another active: those at the caret, else those over the active. */
export const cycleOverlap: Command = (state, dispatch) => {
  const annotations = annotationsOf(state)
  const { set, active, hidden } = annotations
  const known = active === null ? undefined : set.byId.get(active)
  const here = marksAt(set, hidden, caretOf(state))
  const stack =
    here.length > 1 || known === undefined || !isPlaced(known)
      ? here
      : set.placed.range(known.span.start, known.span.end).filter((mark) => isVisible(annotations, mark))
  if (stack.length < 2) return false
  const next = stack[(stack.findIndex((mark) => mark.id === active) + 1) % stack.length]
  if (next !== undefined) dispatch?.(tell(state.tr, { active: next.id }))
  return true
}
