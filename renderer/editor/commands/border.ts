import type { Command, EditorState, Transaction } from 'prosemirror-state'
import { isPlaced, type PlacedAnnotation } from '../../../shared/annotation/annotation.ts'
import { directionOf } from '../../../shared/story/direction.ts'
import { snapToGraphemes } from '../../../shared/story/graphemes.ts'
import { blockAt } from '../../../shared/story/sentences.ts'
import { wordAt } from '../../../shared/story/words.ts'
import { type AnnotationId, type Span, span, type TextOffset } from '../../../shared/units.ts'
import { annotationsOf, tell } from '../annotation-state.ts'
import { type Border, type Stride, stepBorder, withBorder } from '../border-steps.ts'
import type { EditorContext } from '../context.ts'
import { placeCaret, trimSpan } from '../selection.ts'
import { storyOf } from '../story-state.ts'
import { confirmed } from './accept.ts'
import { ownActive, ownAnnotation } from './own.ts'

/** `B`, `Shift+B`: the arrows move this border of the active annotation. The same key again: no more. */
export function chooseBorder(context: EditorContext, border: Border): Command {
  return (state, dispatch) => {
    const own = ownActive(context, state, dispatch !== undefined)
    if (own === null || !isPlaced(own)) return false
    if (annotationsOf(state).border === border) return leaveBorder(context)(state, dispatch)
    dispatch?.(tell(placeCaret(state.tr, own.span[border]), { active: own.id, border }))
    if (dispatch !== undefined) context.say(`Move the ${border} with the arrows, then Enter`)
    return true
  }
}

/** False: no border is being moved. */
export function leaveBorder(context: EditorContext): Command {
  return (state, dispatch) => {
    if (annotationsOf(state).border === null) return false
    dispatch?.(tell(state.tr, { border: null }))
    if (dispatch !== undefined) context.say('The arrows move the caret again')
    return true
  }
}

/** Which way an arrow takes a border: as it looks (left, right), or in the text (1: on, -1: back). */
export type Way = 'left' | 'right' | 1 | -1

/**
 * Moves the chosen border of the active annotation. Moves that follow each other are one undo step. Left is left on
 * the screen: in the direction of the block in which the other border stands, so that the opposite arrow always goes
 * back. False: no border is chosen.
 */
export function moveBorder(context: EditorContext, way: Way, stride: Stride): Command {
  return (state, dispatch) => {
    const { border, borderRun } = annotationsOf(state)
    const own = border === null ? null : ownActive(context, state, false)
    if (border === null || own === null || !isPlaced(own)) return false
    const step = typeof way === 'number' ? way : stepTo(state, own.span, border, way)
    const place = stepBorder(storyOf(state), own.span, border, stride, step)
    if (dispatch === undefined) return true
    if (place === null) {
      context.say(`The ${border} can’t go further`)
      return true
    }
    // prosemirror-history joins what belongs to one composition into one step, however long it takes.
    const tr = movedTo(context, state, own, place).setMeta('composition', `border-${borderRun}`)
    dispatch(tell(placeCaret(tr, place[border]), { active: own.id, border, borderMove: true }))
    context.say(describeBorder(storyOf(state).text, place, border))
    return true
  }
}

/**
 * Puts a border of an own, placed annotation somewhere, as one undo step: at whole characters, without white space
 * inside, never past the other border. False: it can't be moved there.
 */
export function moveBorderTo(
  context: EditorContext,
  id: AnnotationId,
  border: Border,
  offset: TextOffset,
): Command {
  return (state, dispatch) => {
    const own = ownAnnotation(context, state, id)
    if (own === null || !isPlaced(own)) return false
    const { text } = storyOf(state)
    const there = Math.max(0, Math.min(offset, text.length)) as TextOffset
    const wanted = withBorder(own.span, border, there)
    const trimmed = wanted && trimSpan(text, wanted)
    if (trimmed === null) return false
    // The border that stays is not touched, wherever it is.
    const place = withBorder(own.span, border, snapToGraphemes(text, trimmed)[border])
    if (place === null) return false
    if (place[border] === own.span[border] || dispatch === undefined) return true
    dispatch(tell(movedTo(context, state, own, place), { active: id }))
    context.say(describeBorder(text, place, border))
    return true
  }
}

/** The person looked at the words to move the border, not at the sentence: if that changed, it still waits. */
function movedTo(
  context: EditorContext,
  state: EditorState,
  own: PlacedAnnotation,
  place: Span,
): Transaction {
  return confirmed(context, state, own, place, own.drift === 'sentence' ? 'sentence' : 'none')
}

function stepTo(state: EditorState, place: Span, border: Border, way: 'left' | 'right'): 1 | -1 {
  const story = storyOf(state)
  const block = story.blocks[blockAt(story, border === 'end' ? place.start : place.end)]
  const direction = block === undefined ? 'ltr' : directionOf(story.text.slice(block.start, block.end))
  return (way === 'right') === (direction === 'ltr') ? 1 : -1
}

/** "Ends after: corridor" */
function describeBorder(text: string, { start, end }: Span, border: Border): string {
  const at = (border === 'start' ? start : end - 1) as TextOffset
  const character = snapToGraphemes(text, span(at, at + 1))
  const word = wordAt(text, at)
  const whole = word !== null && word.start <= at && at < word.end ? word : character
  const inside = text.slice(Math.max(whole.start, start), Math.min(whole.end, end))
  return `${border === 'start' ? 'Starts with' : 'Ends after'}: ${inside}`
}
