import type { Command, EditorState, Transaction } from 'prosemirror-state'
import { type Annotation, isPlaced, needsPerson } from '../../../shared/annotation/annotation.ts'
import { snapToGraphemes } from '../../../shared/story/graphemes.ts'
import { tagLabel } from '../../../shared/tags.ts'
import type { AnnotationId, Span } from '../../../shared/units.ts'
import { annotationsOf, tell } from '../annotation-state.ts'
import { AnnotationStep, standing } from '../annotation-step.ts'
import type { EditorContext } from '../context.ts'
import { placeCaret, selectedSpan, trimSpan } from '../selection.ts'
import { storyOf } from '../story-state.ts'
import { shorten } from '../words.ts'
import { ownActive, ownAnnotation } from './own.ts'

/** `A`: the words at the active annotation are confirmed as they stand. */
export function acceptActive(context: EditorContext): Command {
  return (state, dispatch) => {
    const own = ownActive(context, state, dispatch !== undefined)
    return own !== null && acceptAnnotation(context, own.id)(state, dispatch)
  }
}

/** False: it is not there, not this person's, stands nowhere, or nothing changed. */
export function acceptAnnotation(context: EditorContext, id: AnnotationId): Command {
  return (state, dispatch) => {
    const before = ownAnnotation(context, state, id)
    if (before === null || !isPlaced(before) || before.drift === 'none') return false
    const quote = wordsAt(state, before.span)
    dispatch?.(tell(confirmed(context, state, before, before.span), { active: id }))
    if (dispatch !== undefined) context.say(`Accepted: ${shorten(quote)}`)
    return true
  }
}

/** `R`: the next Enter with a selection places the active annotation there. */
export function placeActiveAgain(context: EditorContext): Command {
  return (state, dispatch) => {
    const own = ownActive(context, state, dispatch !== undefined)
    return own !== null && startPlacing(context, own.id)(state, dispatch)
  }
}

/** False: it is not there, not this person's, or stands where it was confirmed. */
export function startPlacing(context: EditorContext, id: AnnotationId): Command {
  return (state, dispatch) => {
    const own = ownAnnotation(context, state, id)
    if (own === null || !needsPerson(own)) return false
    dispatch?.(tell(state.tr, { placing: id, retagging: false, border: null }))
    if (dispatch !== undefined) context.say('Select its words, then press Enter; Escape stops')
    return true
  }
}

export function stopPlacing(context: EditorContext): Command {
  return (state, dispatch) => {
    if (annotationsOf(state).placing === null) return false
    dispatch?.(tell(state.tr, { placing: null }))
    if (dispatch !== undefined) context.say('Not placed')
    return true
  }
}

/** Enter while placing: places the annotation at the selection and confirms it. False: nothing is being placed. */
export function placeHere(context: EditorContext): Command {
  return (state, dispatch) => {
    const { placing } = annotationsOf(state)
    const before = placing === null ? null : ownAnnotation(context, state, placing)
    if (before === null) return false
    const { text } = storyOf(state)
    const selected = selectedSpan(state)
    const trimmed = selected && trimSpan(text, selected)
    if (trimmed === null) {
      if (dispatch !== undefined) context.say('Select the words first, then press Enter; Escape stops')
      return true
    }
    const place = snapToGraphemes(text, trimmed)
    const tr = placeCaret(confirmed(context, state, before, place), place.start)
    dispatch?.(tell(tr, { active: before.id, placing: null }))
    if (dispatch !== undefined) {
      context.say(
        `${tagLabel(context.tags(), before.tag)} placed: ${shorten(text.slice(place.start, place.end))}`,
      )
    }
    return true
  }
}

/** A transaction after which the annotation stands at a span and its words there are the confirmed ones. */
export function confirmed(
  context: EditorContext,
  state: EditorState,
  before: Annotation,
  span: Span,
  drift: Annotation['drift'] = 'none',
): Transaction {
  const quote = wordsAt(state, span)
  const after: Annotation = { ...before, span, quote, drift, modified: context.now() }
  const edit = { id: before.id, before: standing(before, state.doc), after: standing(after, state.doc) }
  return state.tr.step(new AnnotationStep([edit]))
}

function wordsAt(state: EditorState, { start, end }: Span): string {
  return storyOf(state).text.slice(start, end)
}
