import type { Command, EditorState, Transaction } from 'prosemirror-state'
import type { Annotation, Content } from '../../../shared/annotation/annotation.ts'
import { snapToGraphemes } from '../../../shared/story/graphemes.ts'
import { sentenceAt, sentenceFrom } from '../../../shared/story/sentences.ts'
import type { Story } from '../../../shared/story/story.ts'
import { type Tag, tagLabel } from '../../../shared/tags.ts'
import type { AnnotationId, Span } from '../../../shared/units.ts'
import { annotationsOf, tell } from '../annotation-state.ts'
import { AnnotationStep, standing } from '../annotation-step.ts'
import { contentOf, sameContent } from '../content.ts'
import type { EditorContext } from '../context.ts'
import { caretOf, placeCaret, selectedSpan, trimSpan } from '../selection.ts'
import { storyOf } from '../story-state.ts'
import { shorten } from '../words.ts'
import { placeHere } from './accept.ts'
import { ownActive, ownAnnotation } from './own.ts'

/**
 * Tags the selection, snapped to whole characters and without outer white space; on a bare caret the sentence
 * under it. After a whole sentence, however it was chosen, the caret steps to the next one. After `T`: changes the tag of the active annotation instead.
 */
export function tagWith(context: EditorContext, tag: Tag): Command {
  return (state, dispatch) => {
    const { active, retagging, set } = annotationsOf(state)
    const target = active === null ? undefined : set.byId.get(active)
    if (retagging && target !== undefined) {
      return changeContent(context, target.id, { ...contentOf(target), tag: tag.id })(state, dispatch)
    }
    const story = storyOf(state)
    const { text } = story
    const selected = selectedSpan(state)
    const trimmed = selected === null ? sentenceAt(story, caretOf(state)) : trimSpan(text, selected)
    if (trimmed === null) return false
    const span = snapToGraphemes(text, trimmed)
    const next = isSentence(story, trimmed) ? sentenceFrom(story, trimmed.end) : null
    dispatch?.(placeCaret(tagSpan(context, state, span, tag), next?.start ?? span.end))
    if (dispatch !== undefined) context.say(`${tag.label}: ${shorten(text.slice(span.start, span.end))}`)
    return true
  }
}

/** Is it one whole sentence, as `J` selects it? */
function isSentence(story: Story, { start, end }: Span): boolean {
  const sentence = sentenceAt(story, start)
  return sentence?.start === start && sentence.end === end
}

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
    const after = { ...before, ...content, alternatives: [], modified: context.now() }
    const edit = { id, before: standing(before, state.doc), after: standing(after, state.doc) }
    // To keep the version that shows settles the others: that is a change.
    const same = sameContent(before, content) && before.alternatives.length === 0
    dispatch?.(tell(same ? state.tr : state.tr.step(new AnnotationStep([edit])), { retagging: false }))
    if (dispatch !== undefined && before.tag !== content.tag) {
      context.say(`Changed to ${tagLabel(context.tags, content.tag).toLowerCase()}`)
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
      context.say(`Deleted ${tagLabel(context.tags, annotation.tag).toLowerCase()}`)
    }
    return true
  }
}

/** A transaction that makes an annotation, or finds the one that already says the same. It becomes active. */
function tagSpan(context: EditorContext, state: EditorState, span: Span, tag: Tag): Transaction {
  const same = annotationsOf(state)
    .set.placed.at(span.start)
    .find(
      (mark) =>
        mark.creator === context.person.id &&
        mark.tag === tag.id &&
        mark.span.start === span.start &&
        mark.span.end === span.end,
    )
  if (same !== undefined) return tell(state.tr, { active: same.id })
  const now = context.now()
  const annotation: Annotation = {
    id: context.newId() as AnnotationId,
    creator: context.person.id,
    created: now,
    modified: now,
    revision: 1,
    tag: tag.id,
    note: '',
    fields: {},
    span,
    drift: 'none',
    quote: storyOf(state).text.slice(span.start, span.end),
    // The desk cuts the context when it writes the selectors; its reply brings it.
    prefix: '',
    suffix: '',
    alternatives: [],
  }
  const step = new AnnotationStep([
    { id: annotation.id, before: null, after: standing(annotation, state.doc) },
  ])
  return tell(state.tr.step(step), { active: annotation.id })
}
