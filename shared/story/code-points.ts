import { type CodePoint, codePoint, type TextOffset, textOffset } from '../units.ts'

/**
 * Converts between the two number lines over one text: UTF-16 units in memory, code points in files.
 *
 * It remembers only where the surrogate pairs stand, so a text of one plane costs nothing and every
 * conversion is a binary search. A lone surrogate is one code point, as in ECMAScript's string iterator.
 */
export class CodePointIndex {
  /** Code points in the text. */
  readonly length: CodePoint
  readonly #units: number
  /** UTF-16 offsets at which a surrogate pair starts, ascending. */
  readonly #pairs: Uint32Array

  constructor(text: string) {
    this.#units = text.length
    this.#pairs = pairStarts(text)
    this.length = codePoint(text.length - this.#pairs.length)
  }

  /**
   * An offset inside a surrogate pair counts as the pair's start.
   * @throws RangeError outside 0 … text.length.
   */
  toCodePoint(offset: TextOffset): CodePoint {
    checkInside(offset, this.#units)
    // A pair that the offset splits is counted too, which is what takes the result back to its start.
    return codePoint(offset - countWhile(this.#pairs.length, (index) => this.#pair(index) < offset))
  }

  /** @throws RangeError outside 0 … {@link length}. */
  toTextOffset(point: CodePoint): TextOffset {
    checkInside(point, this.length)
    // The pair with index i is the code point (its offset − i): each pair before it took one unit more.
    return textOffset(point + countWhile(this.#pairs.length, (index) => this.#pair(index) - index < point))
  }

  #pair(index: number): number {
    return this.#pairs[index] ?? this.#units
  }
}

// The engine's own search is many times faster than a look at each unit, and most texts hold no pair.
const anyHigh = /[\ud800-\udbff]/g

function pairStarts(text: string): Uint32Array {
  anyHigh.lastIndex = 0
  const first = anyHigh.exec(text)?.index ?? text.length
  const starts: number[] = []
  for (let at = first; at < text.length - 1; at++) {
    if (isHighSurrogate(text.charCodeAt(at)) && isLowSurrogate(text.charCodeAt(at + 1))) starts.push(at++)
  }
  return Uint32Array.from(starts)
}

/** How many of the indexes 0 … size − 1 hold, when all that hold come first. */
function countWhile(size: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = size
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}

function checkInside(value: number, length: number): void {
  if (!Number.isInteger(value) || value < 0 || value > length) {
    throw new RangeError(`outside the text: ${value} of ${length}`)
  }
}

/** First half of a surrogate pair. */
export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

/** Second half of a surrogate pair. */
export function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
