import type { Span } from '../units.ts'
import { bodySentences } from './sentences.ts'
import type { Story } from './story.ts'

/** How much of a story is marked. The share is `marked / sentences`; a story without body has no sentences. */
export interface Coverage {
  /** Sentences of the body: not of the headline, byline, dateline or captions. */
  readonly sentences: number
  /** Those that share at least one character with a span. */
  readonly marked: number
}

/** @param spans of the marks of visible layers, in any order, overlaps allowed */
export function coverage(story: Story, spans: readonly Span[]): Coverage {
  const sentences = bodySentences(story)
  const inOrder = spans.toSorted((a, b) => a.start - b.start)
  let at = 0
  // End of the span that reaches furthest among those that start before the sentence's end.
  let reached = 0
  let marked = 0
  for (const sentence of sentences) {
    for (let next = inOrder[at]; next !== undefined && next.start < sentence.end; next = inOrder[++at]) {
      reached = Math.max(reached, next.end)
    }
    if (reached > sentence.start) marked++
  }
  return { sentences: sentences.length, marked }
}
