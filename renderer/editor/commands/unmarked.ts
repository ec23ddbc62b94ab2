import type { Command } from 'prosemirror-state'
import { bodySentences } from '../../../shared/story/sentences.ts'
import type { Span } from '../../../shared/units.ts'
import { type AnnotationState, annotationsOf } from '../annotation-state.ts'
import type { EditorContext } from '../context.ts'
import { caretOf, select, selectedSpan } from '../selection.ts'
import { storyOf } from '../story-state.ts'

/** `U`: selects the next sentence of the body that carries no mark; after the last one the first of the story. */
export const nextUnmarked = (context: EditorContext): Command => goToUnmarked(context, 1)

/** `Shift+U`: the one before; before the first one the last of the story. */
export const previousUnmarked = (context: EditorContext): Command => goToUnmarked(context, -1)

function goToUnmarked(context: EditorContext, step: 1 | -1): Command {
  return (state, dispatch) => {
    const sentences = bodySentences(storyOf(state))
    const annotations = annotationsOf(state)
    const selected = selectedSpan(state)
    const from =
      step === 1
        ? firstFrom(sentences, selected?.end ?? caretOf(state))
        : firstFrom(sentences, selected?.start ?? caretOf(state)) - 1
    const ahead = unmarkedFrom(sentences, from, step, annotations)
    const found = ahead ?? unmarkedFrom(sentences, step === 1 ? 0 : sentences.length - 1, step, annotations)
    if (dispatch !== undefined && ahead === null) context.say(nothingAhead(step, found))
    if (found !== null) dispatch?.(select(state.tr, found))
    return found !== null
  }
}

function nothingAhead(step: 1 | -1, found: Span | null): string {
  if (found === null) return 'Every sentence is marked'
  return step === 1
    ? 'Every sentence from here on is marked; this is the first that is not'
    : 'Every sentence before here is marked; this is the last that is not'
}

/**
 * The first sentence from a place in `sentences` on, in steps, that shares no character with a mark in a layer that is
 * switched on, as coverage counts; null: all do. The filter doesn't count: what it holds back is marked all the same.
 */
function unmarkedFrom(
  sentences: readonly Span[],
  from: number,
  step: 1 | -1,
  { set, shown }: AnnotationState,
): Span | null {
  for (let i = from; i >= 0 && i < sentences.length; i += step) {
    const sentence = sentences[i]
    if (sentence === undefined) return null
    const marks = set.placed.range(sentence.start, sentence.end)
    if (!marks.some(({ creator }) => !shown.hidden.has(creator))) return sentence
  }
  return null
}

/** Place of the first sentence that begins at or after an offset. */
function firstFrom(sentences: readonly Span[], offset: number): number {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sentences[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
