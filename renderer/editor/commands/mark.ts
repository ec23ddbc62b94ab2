import type { Command } from 'prosemirror-state'
import type { Content } from '../../../shared/annotation/annotation.ts'
import { tagLabel } from '../../../shared/tags.ts'
import type { AnnotationId } from '../../../shared/units.ts'
import { annotationsOf, tell } from '../annotation-state.ts'
import { AnnotationStep, standing } from '../annotation-step.ts'
import { sameContent, withContent } from '../content.ts'
import type { EditorContext } from '../context.ts'
import { placeHere } from './accept.ts'
import { ownActive, ownAnnotation } from './own.ts'

/** `T`: the next digit changes the tag of the active annotation. */
export function armRetag(context: EditorContext): Command {
  return (state, dispatch) => {
    if (ownActive(context, state, dispatch !== undefined) === null) return false
    dispatch?.(tell(state.tr, { retagging: true }))
    if (dispatch !== undefined) context.say('Press the digit of the new tag')
    return true
  }
}

export function deleteActive(context: EditorContext): Command {
  return (state, dispatch) => {
    const own = ownActive(context, state, dispatch !== undefined)
    return own === null ? false : deleteAnnotation(context, own.id)(state, dispatch)
  }
}

/** `N`: opens the note of the active annotation. */
export function noteOnActive(context: EditorContext): Command {
  return (state, dispatch) => {
    const own = ownActive(context, state, dispatch !== undefined)
    if (own === null) return false
    if (dispatch !== undefined) context.onNote(own.id)
    return true
  }
}

/** `Enter`: goes to the card of the active annotation, whosever it is; places the one that is being placed again. */
export function openCard(context: EditorContext): Command {
  return (state, dispatch) => {
    const { active, placing } = annotationsOf(state)
    if (placing !== null) return placeHere(context)(state, dispatch)
    if (active === null) return false
    if (dispatch !== undefined) context.onCard(active)
    return true
  }
}

/** Changes tag, note or fields of an own annotation; false: it is not there or not this person's. */
export function changeContent(context: EditorContext, id: AnnotationId, content: Content): Command {
  return (state, dispatch) => {
    const before = ownAnnotation(context, state, id)
    if (before === null) return false
    const after = { ...withContent(before, content), alternatives: [], modified: context.now() }
    const edit = { id, before: standing(before, state.doc), after: standing(after, state.doc) }
    // To keep the version that shows settles the others: that is a change.
    const same = sameContent(before, content) && before.alternatives.length === 0
    const tr = tell(same ? state.tr : state.tr.step(new AnnotationStep([edit])), { retagging: false })
    dispatch?.(before.tag === content.tag ? tr : tell(tr, { lastTag: content.tag }))
    if (dispatch !== undefined && before.tag !== content.tag) {
      context.say(`Changed to ${tagLabel(context.tags(), content.tag).toLowerCase()}`)
    }
    return true
  }
}

/** Deletes an own annotation; false: it is not there or not this person's. */
export function deleteAnnotation(context: EditorContext, id: AnnotationId): Command {
  return (state, dispatch) => {
    const annotation = ownAnnotation(context, state, id)
    if (annotation === null) return false
    dispatch?.(
      state.tr.step(new AnnotationStep([{ id, before: standing(annotation, state.doc), after: null }])),
    )
    if (dispatch !== undefined) {
      context.say(`Deleted ${tagLabel(context.tags(), annotation.tag).toLowerCase()}`)
    }
    return true
  }
}
