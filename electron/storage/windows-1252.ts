/**
 * Windows-1252 differs from Latin-1 in 0x80–0x9F. 0: undefined, keeps its value as the standard asks.
 * Source: https://encoding.spec.whatwg.org/#index-windows-1252
 */
// biome-ignore format: a table reads as one
const FROM_80 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
  0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
]

/**
 * Bytes to text. Not through `TextDecoder`: several Nodes, 20.20 among them, take a short cut there that reads the
 * bytes as Latin-1, so that every dash, quotation mark and euro sign becomes a control character.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  return text.replace(/[\x80-\x9f]/g, (character) => {
    const unit = FROM_80[character.charCodeAt(0) - 0x80]
    return unit ? String.fromCharCode(unit) : character
  })
}
