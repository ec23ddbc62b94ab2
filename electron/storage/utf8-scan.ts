/** Where UTF-8 breaks off. */
export interface Break {
  /** Byte offset of the first sequence that is not UTF-8. */
  readonly at: number
  /** The sequence is a right beginning, one continuation byte at least, that the end of the file cuts off. */
  readonly truncated: boolean
}

/** @returns null: the bytes are UTF-8. */
export function firstBreak(bytes: Uint8Array): Break | null {
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    if (length === 0) return { at, truncated: isTruncated(bytes, at) }
    at += length
  }
  return null
}

/** Is there any whole sequence of two bytes or more? */
export function hasMultibyte(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    if (length > 1) return true
    at += length === 0 ? 1 : length
  }
  return false
}

/** Length of the well-formed sequence at `at` (Unicode 17, table 3-7), 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const expected = expectedLength(bytes[at])
  for (let next = 1; next < expected; next++) {
    if (!continues(bytes, at, next)) return 0
  }
  return expected
}

function isTruncated(bytes: Uint8Array, at: number): boolean {
  const present = bytes.length - at
  if (present < 2 || present >= expectedLength(bytes[at])) return false
  for (let next = 1; next < present; next++) {
    if (!continues(bytes, at, next)) return false
  }
  return true
}

function expectedLength(lead: number | undefined): number {
  if (lead === undefined) return 0
  if (lead < 0x80) return 1
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  if (lead >= 0xf0 && lead <= 0xf4) return 4
  return 0
}

/** The second byte is narrower after some leads: no overlong forms, no surrogates, nothing above U+10FFFF. */
function continues(bytes: Uint8Array, at: number, next: number): boolean {
  const lead = bytes[at] ?? 0
  const byte = bytes[at + next] ?? 0
  if (next > 1) return byte >= 0x80 && byte <= 0xbf
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  return byte >= low && byte <= high
}
