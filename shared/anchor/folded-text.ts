import { type Span, span } from '../units.ts'
import { foldLetters, foldUnit, isInvisible, isSpace } from './unit-class.ts'
import { fromUnits } from './units-text.ts'

/**
 * A text as the search by letters sees it: small letters in their composed compatibility form, quotes and dashes
 * of the typewriter, white space run together to one blank; and the way back to the offsets of the text.
 */
export class FoldedText {
  readonly folded: string
  readonly #text: string
  /** Offset in the text of each folded unit, and of the end. */
  readonly #starts: Uint32Array
  /** End in the text of each folded unit. */
  readonly #ends: Uint32Array

  constructor(text: string) {
    const length = fold(text)
    this.#text = text
    this.folded = fromUnits(units, length)
    this.#starts = starts.slice(0, length)
    this.#ends = ends.slice(0, length)
  }

  /** Is this offset of {@link folded} between two letters of the text, not inside one? */
  isBorder(offset: number): boolean {
    return offset <= 0 || offset >= this.folded.length || this.#starts[offset] !== this.#starts[offset - 1]
  }

  /** The range of the text that folds to `from`–`to` of {@link folded}; a folded unit counts with its whole cluster. */
  unfold(from: number, to: number): Span {
    return span(this.#starts[from] ?? this.#text.length, this.#ends[to - 1] ?? this.#text.length)
  }
}

/** As {@link FoldedText.folded}, without the way back. */
export function foldText(text: string): string {
  return isEasy(text) ? text.toLowerCase() : fromUnits(units, fold(text))
}

/** Is there nothing to fold but basic capitals? */
function isEasy(text: string): boolean {
  let last = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x80 || (code < BLANK && isSpace(code)) || code === 0x60) return false
    if ((code === BLANK || code === HYPHEN) && (last === BLANK || last === HYPHEN)) return false
    last = code
  }
  return true
}

const BLANK = 0x20
const HYPHEN = 0x2d

/** The text that was folded last, with the offsets where each folded unit begins and ends in it. */
let units = new Uint16Array(256)
let starts = new Uint32Array(256)
let ends = new Uint32Array(256)

/** Writes the folded form of a text. @returns its length */
function fold(text: string): number {
  let length = 0
  let at = 0
  while (at < text.length) {
    const end = clusterEnd(text, at)
    const code = text.charCodeAt(at)
    const alone = end === at + 1
    if (alone && (code < 0x80 || isSpace(code))) length = put(length, foldUnit(code), at, end)
    else if (!alone || !isInvisible(code)) {
      const letters = foldCluster(text, at, end)
      for (let i = 0; i < letters.length; i++) length = put(length, letters.charCodeAt(i), at, end)
    }
    at = end
  }
  return length
}

/** Adds a unit, if it is no more of the same white space or dash. @returns how long the folded text is then */
function put(length: number, unit: number, start: number, end: number): number {
  const last = length === 0 ? -1 : (units[length - 1] as number)
  if (unit === BLANK && (last === BLANK || last === HYPHEN)) return length
  if (unit === HYPHEN && last === HYPHEN) {
    ends[length - 1] = end
    return length
  }
  const to = unit === HYPHEN && last === BLANK ? length - 1 : length
  if (to === units.length) grow()
  units[to] = unit
  starts[to] = start
  ends[to] = end
  return to + 1
}

function grow(): void {
  const old = { units, starts, ends }
  units = new Uint16Array(2 * old.units.length)
  starts = new Uint32Array(units.length)
  ends = new Uint32Array(units.length)
  units.set(old.units)
  starts.set(old.starts)
  ends.set(old.ends)
}

const mark = /\p{M}/u

/** End of the letter at `at` with the marks on it; a surrogate pair, a Korean syllable taken apart are one letter. */
function clusterEnd(text: string, at: number): number {
  const code = text.charCodeAt(at)
  const next = text.charCodeAt(at + 1)
  if (code < 0x300 && !(next >= 0x300)) return at + 1
  let end = at + 1
  if (code >= 0xd800 && code <= 0xdbff && next >= 0xdc00 && next <= 0xdfff) end++
  while (end < text.length && text.charCodeAt(end) >= 0x300 && goesOn(text, end)) end++
  return end
}

function goesOn(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  // Vowels and final consonants of the Korean alphabet.
  return (code >= 0x1160 && code <= 0x11ff) || mark.test(text.charAt(at))
}

function foldCluster(text: string, at: number, end: number): string {
  if (end === at + 1) {
    const unit = foldUnit(text.charCodeAt(at))
    if (unit < 0x80) return String.fromCharCode(unit)
  }
  return foldLetters(text.slice(at, end)).replace(/\s+/gu, ' ')
}
