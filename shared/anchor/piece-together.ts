import { isHighSurrogate } from '../story/code-points.ts'
import type { Clue } from './clue.ts'
import { fromUnits } from './units-text.ts'

// A position further out than this many lengths of today's text is taken for a slip.
const MOST_LENGTHS = 8
const UNKNOWN = -1

/**
 * What quotes and contexts tell of the text that they were made on, each at its stated position. What is not known is
 * filled with blanks and, for each such part, one word that today's text does not have. A clue that contradicts one
 * that stands before it is left out. The order of the clues does not matter.
 */
export function pieceTogether(clues: readonly Clue[], today: string): string {
  const pieces = clues.flatMap((clue) => pieceOf(clue) ?? []).sort(byPlace)
  const limit = MOST_LENGTHS * (today.length + 1000)
  let length = 0
  for (const { from, words } of pieces) {
    if (from + words.length <= limit) length = Math.max(length, from + countPoints(words))
  }
  const points = new Int32Array(length).fill(UNKNOWN)
  for (const { from, words } of pieces) {
    if (from + words.length > limit || !agrees(points, from, words)) continue
    let at = from
    for (let unit = 0; unit < words.length; unit++) {
      const point = pointAt(words, unit)
      if (point > 0xffff) unit++
      points[at++] = point
    }
  }
  return textOf(points, strangeWord(today))
}

interface Piece {
  /** In code points of the old text. */
  readonly from: number
  readonly words: string
}

function byPlace(a: Piece, b: Piece): number {
  if (a.from !== b.from) return a.from - b.from
  return a.words < b.words ? -1 : a.words > b.words ? 1 : 0
}

/** Null if the clue has no position, or one that is not as long as the quote. */
function pieceOf({ position, prefix, exact, suffix }: Clue): Piece | null {
  if (position === null || countPoints(exact) !== position.end - position.start) return null
  const from = position.start - countPoints(prefix)
  return from < 0 ? null : { from, words: prefix + exact + suffix }
}

function countPoints(text: string): number {
  let count = text.length
  for (let unit = 0; unit < text.length; unit++) {
    if (pointAt(text, unit) <= 0xffff) continue
    count--
    unit++
  }
  return count
}

/** As `codePointAt`, which is slower than a look at the unit. */
function pointAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return isHighSurrogate(unit) ? (text.codePointAt(at) as number) : unit
}

function agrees(points: Int32Array, from: number, words: string): boolean {
  let at = from
  for (let unit = 0; unit < words.length; unit++, at++) {
    const point = pointAt(words, unit)
    if (point > 0xffff) unit++
    if (points[at] !== UNKNOWN && points[at] !== point) return false
  }
  return true
}

const FIRST_PRIVATE = 0xe000

/** A sign that counts as a word of its own and does not stand in the text. */
function strangeWord(text: string): number {
  let sign = FIRST_PRIVATE
  while (text.includes(String.fromCharCode(sign))) sign++
  return sign
}

const BLANK = 0x20

function textOf(points: Int32Array, strange: number): string {
  const units = new Uint16Array(2 * points.length)
  let length = 0
  let last = BLANK
  for (const point of points) {
    if (point === UNKNOWN) units[length++] = last === UNKNOWN ? BLANK : strange
    else if (point <= 0xffff) units[length++] = point
    else {
      units[length++] = 0xd800 + ((point - 0x10000) >> 10)
      units[length++] = 0xdc00 + ((point - 0x10000) & 0x3ff)
    }
    last = point
  }
  return fromUnits(units, length)
}
