// So many arguments a function takes anywhere.
const AT_ONCE = 8192

/** The text of the first `length` UTF-16 units. */
export function fromUnits(units: Uint16Array, length: number): string {
  let text = ''
  for (let at = 0; at < length; at += AT_ONCE) {
    const some: ArrayLike<number> = units.subarray(at, Math.min(length, at + AT_ONCE))
    // Spread out, a typed array is read by its iterator, many times slower.
    text += String.fromCharCode.apply(null, some as number[])
  }
  return text
}
