import type { Command } from 'prosemirror-state'
import { type Annotation, isPlaced, needsPerson } from '../../../shared/annotation/annotation.ts'
import { inReadingOrder } from '../annotation-set.ts'
import { annotationsOf, isVisible, marksAt, tell } from '../annotation-state.ts'
import type { EditorContext } from '../context.ts'
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
    for (let i = from; i >= 0 && i < placed.size; i += step) {
      const mark = placed.item(i)
      if (mark === undefined || !isVisible(annotations, mark)) continue
      dispatch?.(tell(placeCaret(state.tr, mark.span.start), { active: mark.id }))
      return true
    }
    return false
  }
}

/**
 * Goes to the next visible annotation that waits for a person: changed words, a changed sentence, then those that
 * were not found. Of those there is no place to go to: the list shows the card of the active one, and the focus stays,
 * so that the next key does something.
 */
export const nextDoubt = (context: EditorContext): Command => goToDoubt(context, 1)

export const previousDoubt = (context: EditorContext): Command => goToDoubt(context, -1)

function goToDoubt(context: EditorContext, step: 1 | -1): Command {
  return (state, dispatch) => {
    const annotations = annotationsOf(state)
    const { active, set } = annotations
    const all = inReadingOrder(set)
    const known = active === null ? undefined : set.byId.get(active)
    const at = known === undefined ? -1 : all.indexOf(known)
    const caret = set.placed.firstFrom(caretOf(state))
    let i = at >= 0 ? at + step : step === 1 ? caret : caret - 1
    const waits = (annotation: Annotation) => needsPerson(annotation) && isVisible(annotations, annotation)
    for (; i >= 0 && i < all.length; i += step) {
      const found = all[i]
      if (found === undefined || !waits(found)) continue
      const tr = isPlaced(found) ? placeCaret(state.tr, found.span.start) : state.tr
      dispatch?.(tell(tr, { active: found.id }))
      return true
    }
    if (dispatch !== undefined)
      context.say(step === 1 ? 'Nothing further on to check' : 'Nothing before to check')
    return false
  }
}

/** Makes the next of the annotations over one another active: those at the caret, else those over the active. */
export const cycleOverlap: Command = (state, dispatch) => {
  const annotations = annotationsOf(state)
  const { set, active } = annotations
  const known = active === null ? undefined : set.byId.get(active)
  const here = marksAt(annotations, caretOf(state))
  const stack =
    here.length > 1 || known === undefined || !isPlaced(known)
      ? here
      : set.placed.range(known.span.start, known.span.end).filter((mark) => isVisible(annotations, mark))
  if (stack.length < 2) return false
  const next = stack[(stack.findIndex((mark) => mark.id === active) + 1) % stack.length]
  if (next !== undefined) dispatch?.(tell(state.tr, { active: next.id }))
  return true
}
