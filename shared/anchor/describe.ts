import type { CodePointIndex } from '../story/code-points.ts'
import { type CodePoint, type Span, textOffset } from '../units.ts'
import { splitsPair } from './find-quote.ts'
import { Repeats } from './repeats.ts'

/** A place in a text, said in two ways that check each other: by its words and by its position. */
export interface StoredAnchor {
  /** The words themselves; never empty. */
  readonly exact: string
  /** What stands before and after, shorter only at the ends of the text. */
  readonly prefix: string
  readonly suffix: string
  /** Half-open, in code points of the text. */
  readonly start: CodePoint
  readonly end: CodePoint
}

// Enough to tell two "he said" apart; longer drags in words that are more likely to be edited than to help.
const CONTEXT_LENGTH = 32
// Where so much still leaves two places alike, more would only make the file longer.
const LONGEST_CONTEXT = 256
// A grapheme longer than this is cut inside: nobody reads a letter with a hundred marks.
const LONGEST_GRAPHEME = 128

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Describes a span so that it can be found again, also in a changed text. The context is at least 32 units
 * long on each side and grows outwards to a whole grapheme. If the same words stand in the same context elsewhere,
 * it doubles until they don't; if 256 units can't tell them apart either, it stays at 32. A span that begins or
 * ends inside a surrogate pair is described with the whole pair: half a code point has no position.
 *
 * @param index of the same text
 * @throws RangeError if the span reaches outside the text.
 */
export function describeSpan(text: string, span: Span, index: CodePointIndex): StoredAnchor {
  const start = splitsPair(text, span.start) ? textOffset(span.start - 1) : span.start
  const end = splitsPair(text, span.end) ? textOffset(span.end + 1) : span.end
  const context = contextOf(text, start, end, repeatsOf(text, index))
  return {
    exact: text.slice(start, end),
    prefix: text.slice(context.start, start),
    suffix: text.slice(end, context.end),
    start: index.toCodePoint(start),
    end: index.toCodePoint(end),
  }
}

/** The range with the shortest context that no other place has; with the least if there is none. */
function contextOf(text: string, start: number, end: number, repeats: Repeats): Range {
  for (let length = CONTEXT_LENGTH; length <= LONGEST_CONTEXT; length *= 2) {
    const range = around(text, start, end, length)
    if (!repeats.standsTwice(range.start, range.end)) return range
  }
  return around(text, start, end, CONTEXT_LENGTH)
}

interface Range {
  readonly start: number
  readonly end: number
}

const known = new WeakMap<CodePointIndex, Repeats>()

/** Made once for each text, and kept as long as its index. */
function repeatsOf(text: string, index: CodePointIndex): Repeats {
  let repeats = known.get(index)
  if (repeats === undefined) {
    repeats = new Repeats(text)
    known.set(index, repeats)
  }
  return repeats
}

function around(text: string, start: number, end: number, length: number): Range {
  return { start: graphemeStart(text, start - length), end: graphemeEnd(text, end + length) }
}

/** Start of the grapheme that holds the unit at `offset`. */
function graphemeStart(text: string, offset: number): number {
  if (offset <= 0) return 0
  const from = Math.max(0, offset - LONGEST_GRAPHEME)
  const window = text.slice(from, offset + LONGEST_GRAPHEME)
  return from + (graphemes.segment(window).containing(offset - from)?.index ?? offset - from)
}

/** End of the grapheme that holds the unit before `offset`. */
function graphemeEnd(text: string, offset: number): number {
  if (offset >= text.length) return text.length
  const last = offset - 1
  const from = Math.max(0, last - LONGEST_GRAPHEME)
  const found = graphemes.segment(text.slice(from, last + LONGEST_GRAPHEME)).containing(last - from)
  return found === undefined ? offset : from + found.index + found.segment.length
}
