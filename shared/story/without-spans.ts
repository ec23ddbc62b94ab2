import { type Span, type TextOffset, textOffset } from '../units.ts'
import type { EditedStory } from './edited.ts'

/**
 * Where an offset comes to stand when some spans are taken out of a text; one inside a span, at its start.
 * @param spans ascending, none touches another
 */
export function offsetWithout(offset: TextOffset, spans: readonly Span[]): TextOffset {
  let removed = 0
  for (const { start, end } of spans) {
    if (start >= offset) break
    removed += Math.min(end, offset) - start
  }
  return textOffset(offset - removed)
}

/** A span with others taken out of the text; null: nothing of it is left. */
export function spanWithout({ start, end }: Span, spans: readonly Span[]): Span | null {
  const from = offsetWithout(start, spans)
  const to = offsetWithout(end, spans)
  return from < to ? { start: from, end: to } : null
}

/**
 * An edited story with some of its text taken out. A block goes with its text where the `\n` before or behind it
 * goes too.
 * @param spans ascending, none touches another
 */
export function storyWithout({ text, blocks, marks }: EditedStory, spans: readonly Span[]): EditedStory {
  if (spans.length === 0) return { text, blocks, marks }
  const pieces: string[] = []
  let from = 0
  for (const { start, end } of spans) {
    pieces.push(text.slice(from, start))
    from = end
  }
  pieces.push(text.slice(from))
  const goes = ({ start, end }: EditedStory['blocks'][number]) =>
    spans.some((span) => span.start <= start && span.end >= end && (span.start < start || span.end > end))
  return {
    text: pieces.join(''),
    blocks: blocks
      .filter((block) => !goes(block))
      .map((block) => ({
        ...block,
        start: offsetWithout(block.start, spans),
        end: offsetWithout(block.end, spans),
      })),
    marks: marks.flatMap((mark) => {
      const left = spanWithout(mark, spans)
      return left === null ? [] : [{ ...mark, ...left }]
    }),
  }
}
