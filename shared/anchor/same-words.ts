import { foldDash, foldQuote, isInvisible, isSpace } from './unit-class.ts'
import { fromUnits } from './units-text.ts'

/**
 * Equal but for white space, typographic quotes and dashes, Unicode normal form. Case and digits count, and so
 * does every other sign. White space at the ends and next to a dash is a matter of taste; between two words it
 * may be another one, but not missing.
 */
export function sameWords(a: string, b: string): boolean {
  if (a === b) return true
  const [one, other] = buffers
  const length = plainUnits(a, one)
  if (length !== plainUnits(b, other)) return false
  for (let at = 0; at < length; at++) if (one.units[at] !== other.units[at]) return false
  return true
}

/** The one form of all texts that are the same words. */
export function plainWords(text: string): string {
  const [buffer] = buffers
  const length = plainUnits(text, buffer)
  return fromUnits(buffer.units, length)
}

interface Buffer {
  units: Uint16Array
}

const buffers: readonly [Buffer, Buffer] = [{ units: new Uint16Array(256) }, { units: new Uint16Array(256) }]

const BLANK = 0x20
const HYPHEN = 0x2d

/** Writes the plain form of a text. @returns its length */
function plainUnits(text: string, buffer: Buffer): number {
  const composed = isComposed(text) ? text : text.normalize('NFC')
  if (composed.length > buffer.units.length) buffer.units = new Uint16Array(2 * composed.length)
  const { units } = buffer
  let length = 0
  let space = false
  for (let at = 0; at < composed.length; at++) {
    const code = composed.charCodeAt(at)
    if (isSpace(code)) space = true
    else if (!isInvisible(code)) {
      const sign = foldDash(code) === code ? foldQuote(code) : HYPHEN
      const last = length === 0 ? HYPHEN : (units[length - 1] as number)
      if (sign === HYPHEN && length > 0 && last === HYPHEN && !space) continue
      if (space && last !== HYPHEN && sign !== HYPHEN) units[length++] = BLANK
      units[length++] = sign
      space = false
    }
  }
  return length
}

/** Is this its own composed form, for all that can be seen quickly: Latin letters and general punctuation? */
function isComposed(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x300 && (code < 0x2000 || code > 0x206f)) return false
  }
  return true
}
