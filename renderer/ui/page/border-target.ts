import { wordAt } from '../../../shared/story/words.ts'
import type { Span, TextOffset } from '../../../shared/units.ts'

export type Border = 'start' | 'end'

/**
 * Where a border goes that is dragged to `at`. Snapping, a place inside a word becomes the nearer end of that word;
 * without, the very place. Blanks at the border stay outside, and never does it pass the other border.
 */
export function borderTarget(
  text: string,
  span: Span,
  border: Border,
  at: TextOffset,
  snap: boolean,
): TextOffset {
  const wished = withoutBlanks(text, border, snap ? nearerEnd(text, at) : at)
  const target =
    border === 'start'
      ? Math.min(wished, lastStart(text, span.end))
      : Math.max(wished, firstEnd(text, span.start))
  return target as TextOffset
}

function nearerEnd(text: string, at: TextOffset): number {
  const word = wordAt(text, at)
  if (word === null) return at
  return at - word.start < word.end - at ? word.start : word.end
}

function withoutBlanks(text: string, border: Border, at: number): number {
  let target = at
  if (border === 'start') while (target < text.length && /\s/u.test(text.charAt(target))) target++
  else while (target > 0 && /\s/u.test(text.charAt(target - 1))) target--
  return target
}

/** One code point before the end is left, at least. */
function lastStart(text: string, end: number): number {
  return end - ((text.codePointAt(end - 2) ?? 0) > 0xffff ? 2 : 1)
}

function firstEnd(text: string, start: number): number {
  return start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1)
}
