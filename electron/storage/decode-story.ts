import { isUtf8 } from 'node:buffer'
import type { Encoding } from '../../shared/desk/contract-text.ts'
import type { StoryFailure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { looksLike } from './file-magic.ts'
import { firstBreak, hasMultibyte } from './utf8-scan.ts'
import { decodeWindows1252 } from './windows-1252.ts'

export interface Decoded {
  /** Without the byte order mark, line ends as they are. */
  readonly raw: string
  readonly encoding: Encoding
}

/**
 * Bytes to text without guessing: UTF-8, UTF-16 with its mark, or Windows-1252 where nothing speaks against it.
 * What is broken is refused with the place, never opened with replacement characters.
 * @param file the file's name, for the failure.
 */
export function decodeStory(bytes: Uint8Array, file: string): Result<Decoded, StoryFailure> {
  const decoded = decode(bytes, file)
  if (!decoded.ok) return decoded
  if (decoded.value.raw === '') return err({ kind: 'empty-story', file })
  if (isMostlyControls(decoded.value.raw)) return err({ kind: 'binary', file, found: 'binary data' })
  return decoded
}

function decode(bytes: Uint8Array, file: string): Result<Decoded, StoryFailure> {
  const found = looksLike(bytes)
  if (found !== null) return err({ kind: 'binary', file, found })
  if (startsWith(bytes, 0xff, 0xfe)) return decodeUtf16(bytes.subarray(2), 'UTF-16LE', file)
  if (startsWith(bytes, 0xfe, 0xff)) return decodeUtf16(swapPairs(bytes.subarray(2)), 'UTF-16BE', file)
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return decodeUtf8(bytes.subarray(3), 'UTF-8 with BOM', file, 3)
  if (isUtf8(bytes)) return decodeUtf8(bytes, 'UTF-8', file, 0)
  if (bytes.includes(0)) return err({ kind: 'binary', file, found: describeNuls(bytes) })
  if (isWindows1252(bytes)) {
    return ok({ raw: decodeWindows1252(bytes), encoding: 'Windows-1252' })
  }
  return err({ kind: 'broken-text', file, at: firstBreak(bytes)?.at ?? 0 })
}

function decodeUtf8(
  bytes: Uint8Array,
  encoding: Encoding,
  file: string,
  skipped: number,
): Result<Decoded, StoryFailure> {
  const broken = isUtf8(bytes) ? null : firstBreak(bytes)
  if (broken !== null) return err({ kind: 'broken-text', file, at: broken.at + skipped })
  if (bytes.includes(0)) return err({ kind: 'binary', file, found: describeNuls(bytes) })
  return ok({ raw: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), encoding })
}

/** @param bytes little-endian, without the mark; failures count from the start of the file. */
function decodeUtf16(bytes: Uint8Array, encoding: Encoding, file: string): Result<Decoded, StoryFailure> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf16le')
  const lone = /\p{Surrogate}/u.exec(raw)
  if (lone !== null) return err({ kind: 'broken-text', file, at: 2 + lone.index * 2 })
  if (bytes.length % 2 === 1) return err({ kind: 'broken-text', file, at: 2 + bytes.length - 1 })
  if (raw.includes('\0')) return err({ kind: 'binary', file, found: 'binary data' })
  return ok({ raw, encoding })
}

/** Bytes that Windows-1252 leaves undefined: https://encoding.spec.whatwg.org/#index-windows-1252 */
const UNDEFINED_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

/**
 * Every byte string without five values "is" Windows-1252, so it is believed only where no control characters
 * and no whole UTF-8 sequence say otherwise: a single broken place in UTF-8 must not turn each “é” into "Ã©".
 */
function isWindows1252(bytes: Uint8Array): boolean {
  if (hasMultibyte(bytes) || firstBreak(bytes)?.truncated === true) return false
  return bytes.every((byte) => !UNDEFINED_IN_1252.has(byte) && !isControl(byte))
}

/** Not counting tab, line feed, vertical tab, form feed, carriage return. */
function isControl(unit: number): boolean {
  return unit < 9 || (unit > 13 && unit < 32) || unit === 127
}

// Old wire services set a few control characters (start of text, end of text) around a story.
const CONTROLS_PER_TEXT = 0.01

function isMostlyControls(raw: string): boolean {
  let found = 0
  for (let at = 0; at < raw.length; at++) if (isControl(raw.charCodeAt(at))) found++
  return found > Math.max(8, raw.length * CONTROLS_PER_TEXT)
}

/** Text in UTF-16 that lost its mark has a NUL in every second place. */
function describeNuls(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 1000)
  const even = head.filter((byte, at) => byte === 0 && at % 2 === 0).length
  const odd = head.filter((byte, at) => byte === 0 && at % 2 === 1).length
  const most = Math.max(even, odd)
  const other = Math.min(even, odd)
  return most > head.length * 0.3 && other === 0 ? 'UTF-16 text without a byte order mark' : 'binary data'
}

function startsWith(bytes: Uint8Array, ...head: readonly number[]): boolean {
  return head.every((byte, at) => bytes[at] === byte)
}

/** The two bytes of each unit change places; an odd last byte stays. */
function swapPairs(bytes: Uint8Array): Uint8Array {
  const even = bytes.length - (bytes.length % 2)
  const swapped = Buffer.from(bytes)
  swapped.subarray(0, even).swap16()
  return swapped
}
