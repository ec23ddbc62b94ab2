import { useSyncExternalStore } from 'react'
import { isPlaced } from '../../shared/annotation/annotation.ts'
import type { OpenState } from '../state/model.ts'
import { type TagCount, tagCounts, visibleAnnotations } from '../state/selectors.ts'
import { type CountStory, createStoryCounter } from './count-story.ts'
import { type Counted, counted } from './counted.ts'
import { type Steps, windowPace } from './slices.ts'
import { type Tools, useTools } from './tools.ts'

export interface Numbers {
  readonly words: number
  /** Share of body sentences with a visible mark, 0–1; null: the story has no sentences. */
  readonly coverage: number | null
  readonly tags: readonly TagCount[]
  /** Who has marked anything, "you" first. */
  readonly people: readonly string[]
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
  const placed = visibleAnnotations(open).filter(isPlaced)
  const { words, sentences, marked } = yield* count(editor.story, placed)
  const creators = new Set(editor.annotations.map((annotation) => annotation.creator))
  const active = layers.filter((layer) => creators.has(layer.annotator))
  const others = active.filter((layer) => !layer.mine).map((layer) => layer.name)
  return {
    words,
    coverage: sentences === 0 ? null : marked / sentences,
    tags: tagCounts(open),
    people: active.some((layer) => layer.mine) ? ['you', ...others] : others,
  }
}
