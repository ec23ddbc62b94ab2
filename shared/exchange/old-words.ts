import { describeSpan } from '../anchor/describe.ts'
import { CodePointIndex } from '../story/code-points.ts'
import { codePoint, span, textOffset } from '../units.ts'
import type { ImportedMark, ImportedPlace } from './imported.ts'

/** A text that was annotated, as it lay beside its annotations. */
export interface OldText {
  /** As in the file: positions count in this. */
  readonly raw: string
  /** With line feeds only. */
  readonly text: string
}

/**
 * The marks with the words and contexts that stand at their positions in the text beside them, and with their
 * positions in that text with line feeds only. A mark whose own words are not among those keeps them: then the two
 * files do not belong together.
 */
export function withWords(marks: readonly ImportedMark[], { raw, text }: OldText): readonly ImportedMark[] {
  const points = new CodePointIndex(raw)
  const index = new CodePointIndex(text)
  const kept = keptUnits(raw)
  const described = (place: ImportedPlace): ImportedPlace => {
    const { position, quote } = place
    if (position === null || position.unit !== 'code-point') return place
    const { start, end } = position
    if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return place
    if (start < 0 || start >= end || end > points.length) return place
    const unit = (point: number) => kept(points.toTextOffset(codePoint(point)))
    const [from, to] = [unit(start), unit(end)]
    if (from >= to || (quote !== null && !holds(text.slice(from, to), quote.exact))) return place
    const anchor = describeSpan(text, span(from, to), index)
    return {
      quote: { exact: anchor.exact, prefix: anchor.prefix, suffix: anchor.suffix },
      position: {
        start: index.toCodePoint(textOffset(from)),
        end: index.toCodePoint(textOffset(to)),
        unit: 'code-point',
      },
    }
  }
  return marks.map((mark) => (mark.place === null ? mark : { ...mark, place: described(mark.place) }))
}

/** How an offset of the raw text changes when each CR LF and each CR becomes a line feed. */
function keptUnits(raw: string): (offset: number) => number {
  const pairs = [...raw.matchAll(/\r\n/g)].map(({ index }) => index)
  return (offset) => {
    let low = 0
    let high = pairs.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((pairs[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return offset - low
  }
}

/** Do all words stand there in this order? Of a mark in pieces the words between them are in the text only. */
function holds(found: string, exact: string): boolean {
  let at = 0
  for (const word of exact.split(/\s+/)) {
    const next = found.indexOf(word, at)
    if (next < 0) return false
    at = next + word.length
  }
  return true
}
