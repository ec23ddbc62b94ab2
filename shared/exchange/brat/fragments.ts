import type { CodePointIndex } from '../../story/code-points.ts'
import { type Span, span } from '../../units.ts'

// What brat's reader takes for the end of a line: Python's `splitlines`.
const ENDS = '\\n\\r\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029'
const LINE_ENDS = new RegExp(`[${ENDS}]+`, 'g')
const ONE_END = new RegExp(`\\r\\n|[${ENDS}]`, 'g')

/** A note or a value in one line. */
export function oneLine(text: string): string {
  return text.replace(ONE_END, ' ')
}

/** The pieces of a T: what the spans cover, cut at line ends, since a line of a `.ann` file can't quote one. */
export function fragmentsIn(text: string, spans: readonly Span[]): readonly Span[] {
  const whole = merged(spans)
  // In the order of the T, unless pieces came to lie over each other.
  const inOrder = whole.length === spans.length ? spans : whole
  return inOrder.flatMap(({ start, end }) => {
    const pieces: Span[] = []
    let from: number = start
    for (const { index, 0: ends } of text.slice(start, end).matchAll(LINE_ENDS)) {
      if (start + index > from) pieces.push(span(from, start + index))
      from = start + index + ends.length
    }
    if (end > from) pieces.push(span(from, end))
    // An indent or a blank at a line's end is no piece of its own, unless it is all there is.
    const words = pieces.filter((piece) => text.slice(piece.start, piece.end).trim() !== '')
    return words.length > 0 ? words : pieces
  })
}

/** `0 14;34 54`, half-open, in code points. */
export function bratOffsets(fragments: readonly Span[], points: CodePointIndex): string {
  return fragments
    .map(({ start, end }) => `${points.toCodePoint(start)} ${points.toCodePoint(end)}`)
    .join(';')
}

/** The words of the pieces, joined by a space as brat quotes them. */
export function bratQuote(fragments: readonly Span[], text: string): string {
  return fragments.map(({ start, end }) => text.slice(start, end)).join(' ')
}

/** Pieces that came to lie over each other as one; brat refuses a T whose pieces overlap. */
function merged(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = []
  for (const next of [...spans].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1)
    if (last === undefined || next.start >= last.end) found.push(next)
    else if (next.end > last.end) found[found.length - 1] = span(last.start, next.end)
  }
  return found
}
