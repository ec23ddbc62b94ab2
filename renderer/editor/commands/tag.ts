import type { Command, EditorState, Transaction } from 'prosemirror-state'
import type { Annotation } from '../../../shared/annotation/annotation.ts'
import { clauseAt, clauseFrom } from '../../../shared/story/clauses.ts'
import { snapToGraphemes } from '../../../shared/story/graphemes.ts'
import { sentenceAt, sentenceFrom } from '../../../shared/story/sentences.ts'
import type { Story } from '../../../shared/story/story.ts'
import { findTag, type Tag } from '../../../shared/tags.ts'
import type { AnnotationId, Span, TextOffset } from '../../../shared/units.ts'
import { annotationsOf, tell } from '../annotation-state.ts'
import { AnnotationStep, standing } from '../annotation-step.ts'
import { contentOf } from '../content.ts'
import type { EditorContext } from '../context.ts'
import { caretOf, placeCaret, selectedSpan, trimSpan } from '../selection.ts'
import { storyOf } from '../story-state.ts'
import { shorten } from '../words.ts'
import { withoutStop } from './grow.ts'
import { changeContent } from './mark.ts'

/** `1` … `9`: tags with the tag that has this key now, see {@link tagWith}. */
export function tagByKey(context: EditorContext, key: string): Command {
  return (state, dispatch, view) => {
    const tag = tagOfKey(context, key, dispatch !== undefined)
    return tag !== null && tagWith(context, tag)(state, dispatch, view)
  }
}

/** The tag that has a key now; null: none has, which is said if `aloud`. */
export function tagOfKey(context: EditorContext, key: string, aloud: boolean): Tag | null {
  const tag = context.tags().find((entry) => entry.key === key)
  if (tag === undefined && aloud) context.say(`No tag has the key ${key}`)
  return tag ?? null
}

/** `.`: does what the digit of the tag that was set last would do. */
export function repeatTag(context: EditorContext): Command {
  return (state, dispatch, view) => {
    const { lastTag } = annotationsOf(state)
    const tag = lastTag === null ? undefined : findTag(context.tags(), lastTag)
    if (tag !== undefined) return tagWith(context, tag)(state, dispatch, view)
    if (dispatch !== undefined) context.say('No tag was set yet')
    return false
  }
}

/**
 * Tags the selection, snapped to whole characters and without outer white space; on a bare caret the sentence
 * under it. After a whole sentence or clause, however it was chosen, the caret steps to the start of the next one,
 * so that the next key takes that. After `T`: changes the tag of the active annotation instead.
 */
function tagWith(context: EditorContext, tag: Tag): Command {
  return (state, dispatch) => {
    const { active, retagging, set } = annotationsOf(state)
    const target = active === null ? undefined : set.byId.get(active)
    if (retagging && target !== undefined) {
      return changeContent(context, target.id, { ...contentOf(target), tag: tag.id })(state, dispatch)
    }
    const story = storyOf(state)
    const selected = selectedSpan(state)
    const span = selected === null ? sentenceAt(story, caretOf(state)) : trimSpan(story.text, selected)
    if (span === null) return false
    if (dispatch !== undefined) dispatch(tagSpan(context, state, state.tr, { span, tag }))
    return true
  }
}

/**
 * Adds to a transaction, which leaves the text alone, what makes an annotation, or finds the one that already says
 * the same. It becomes active, is said, and the caret goes on.
 * @param made.span without outer white space
 * @param made.back the caret goes to its start instead, for those who come from behind
 */
export function tagSpan(
  context: EditorContext,
  state: EditorState,
  tr: Transaction,
  { span: wanted, tag, back = false }: { readonly span: Span; readonly tag: Tag; readonly back?: boolean },
): Transaction {
  const story = storyOf(state)
  const span = snapToGraphemes(story.text, wanted)
  const annotation = sameMark(context, state, span, tag) ?? newMark(context, state, span, tag)
  if (annotationsOf(state).set.byId.get(annotation.id) === undefined) {
    tr.step(new AnnotationStep([{ id: annotation.id, before: null, after: standing(annotation, state.doc) }]))
  }
  context.say(`${tag.label}: ${shorten(story.text.slice(span.start, span.end))}`)
  const caret = back ? span.start : stepOn(story, span)
  return tell(placeCaret(tr, caret), { active: annotation.id, lastTag: tag.id })
}

/** Where the next mark most likely begins: behind a whole sentence or clause at the next one, else at the end. */
function stepOn(story: Story, span: Span): TextOffset {
  const sentence = sentenceAt(story, span.start)
  if (sentence !== null && isWhole(story, sentence, span)) {
    return sentenceFrom(story, sentence.end)?.start ?? span.end
  }
  const clause = clauseAt(story, span.start)
  if (clause !== null && isWhole(story, clause, span)) {
    return clauseFrom(story, clause.end)?.start ?? span.end
  }
  return span.end
}

/** Is it all of a unit, be it without its full stop or comma? */
function isWhole({ text }: Story, unit: Span, { start, end }: Span): boolean {
  return unit.start === start && (unit.end === end || withoutStop(text, unit).end === end)
}

function sameMark(context: EditorContext, state: EditorState, { start, end }: Span, tag: Tag) {
  const here = annotationsOf(state).set.placed.at(start)
  return here.find(
    (mark) =>
      mark.creator === context.person.id &&
      mark.tag === tag.id &&
      mark.span.start === start &&
      mark.span.end === end,
  )
}

function newMark(context: EditorContext, state: EditorState, span: Span, tag: Tag): Annotation {
  const now = context.now()
  return {
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
}
