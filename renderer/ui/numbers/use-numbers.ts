import { useSyncExternalStore } from 'react'
import { type Annotation, isPlaced, type Layer } from '../../../shared/annotation/annotation.ts'
import { wantsAttention } from '../../../shared/annotation/filter.ts'
import { noteOf } from '../../../shared/annotation/private-part.ts'
import type { AnnotatorId } from '../../../shared/units.ts'
import type { OpenState } from '../../state/model.ts'
import { type TagCount, tagCounts, visibleAnnotations } from '../../state/selectors.ts'
import { type Counted, counted } from '../counted.ts'
import { type Steps, windowPace } from '../slices.ts'
import { type Tools, useTools } from '../tools.ts'
import { type CountStory, createStoryCounter } from './count-story.ts'

export interface Numbers {
  readonly words: number
  readonly characters: number
  /** Of the body. */
  readonly sentences: number
  /** Those of them with a visible mark. */
  readonly marked: number
  /** Share of body sentences with a visible mark, 0–1; null: the story has no sentences. */
  readonly coverage: number | null
  /** Annotations of the visible layers; so are all that follow. The filter holds none back. */
  readonly all: number
  readonly tags: readonly TagCount[]
  /** Visible layers with annotations, "you" first. */
  readonly annotators: readonly AnnotatorNumber[]
  readonly withNote: number
  /** Those that need a person. */
  readonly attention: number
  /** Who has marked anything, hidden layers included, "you" first. */
  readonly people: readonly string[]
}

export interface AnnotatorNumber {
  readonly annotator: AnnotatorId
  readonly name: string
  readonly mine: boolean
  readonly count: number
}

const ofWindow = new WeakMap<Tools, Counted<Numbers>>()

/** What is counted about the open story; null: none is open, or it was not yet counted. */
export function useNumbers(): Numbers | null {
  const tools = useTools()
  let numbers = ofWindow.get(tools)
  if (numbers === undefined) {
    const count = createStoryCounter()
    numbers = counted({ ...tools, pace: windowPace }, (open) => numbersOf(open, count))
    ofWindow.set(tools, numbers)
  }
  return useSyncExternalStore(numbers.subscribe, numbers.get)
}

function* numbersOf(open: OpenState, count: CountStory): Steps<Numbers> {
  const { editor, layers } = open
  const visible = visibleAnnotations(open)
  yield
  const story = yield* count(editor.story, visible.filter(isPlaced))
  const own = countCreators(visible)
  const annotators = mineFirst(layers).flatMap(({ annotator, name, mine }) => {
    const number = own.get(annotator)
    return number === undefined ? [] : { annotator, name, mine, count: number }
  })
  yield
  const creators = countCreators(editor.annotations)
  const active = mineFirst(layers).filter((layer) => creators.has(layer.annotator))
  yield
  return {
    ...story,
    coverage: story.sentences === 0 ? null : story.marked / story.sentences,
    all: visible.length,
    tags: tagCounts(open),
    annotators,
    withNote: countIf(visible, (annotation) => noteOf(annotation) !== ''),
    attention: countIf(visible, wantsAttention),
    people: active.map(({ mine, name }) => (mine ? 'you' : name)),
  }
}

function mineFirst(layers: readonly Layer[]): readonly Layer[] {
  return [...layers.filter(({ mine }) => mine), ...layers.filter(({ mine }) => !mine)]
}

function countCreators(annotations: readonly Annotation[]): ReadonlyMap<AnnotatorId, number> {
  const counts = new Map<AnnotatorId, number>()
  for (const { creator } of annotations) counts.set(creator, (counts.get(creator) ?? 0) + 1)
  return counts
}

function countIf(annotations: readonly Annotation[], holds: (annotation: Annotation) => boolean): number {
  let count = 0
  for (const annotation of annotations) if (holds(annotation)) count++
  return count
}
