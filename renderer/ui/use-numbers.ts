import { useDeferredValue, useMemo } from 'react'
import { coverage, type TagCount, tagCounts, wordCount } from '../state/selectors.ts'
import { useDesk, useTools } from './tools.ts'

export interface Numbers {
  readonly words: number
  /** Share of body sentences with a visible mark, 0–1; null: the story has no sentences. */
  readonly coverage: number | null
  readonly tags: readonly TagCount[]
  /** Who has marked anything, "you" first. */
  readonly people: readonly string[]
}

/**
 * What is counted about the open story; null: none is open, or it was not yet counted. Counted again when annotations or layers change, not
 * when the caret moves, and never before what was just done is on the screen.
 */
export function useNumbers(): Numbers | null {
  const { store } = useTools()
  const annotations = useDeferredValue(
    useDesk((state) => state.open?.editor.annotations),
    undefined,
  )
  const hidden = useDesk((state) => state.open?.hidden)
  const story = useDesk((state) => state.open?.opened.story)
  // biome-ignore lint/correctness/useExhaustiveDependencies: these three decide, the rest of `open` does not
  return useMemo(() => {
    const { open } = store.get()
    if (open === null || annotations === undefined) return null
    const creators = new Set(annotations.map((annotation) => annotation.creator))
    const layers = open.layers.filter((layer) => creators.has(layer.annotator))
    const others = layers.filter((layer) => !layer.mine).map((layer) => layer.name)
    return {
      words: wordCount(open),
      coverage: coverage(open),
      tags: tagCounts(open),
      people: layers.some((layer) => layer.mine) ? ['you', ...others] : others,
    }
  }, [store, annotations, hidden, story])
}
