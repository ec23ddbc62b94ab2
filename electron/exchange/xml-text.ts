/** What XML 1.0 has no form for (production [2], Char): control characters, half surrogate pairs, U+FFFE and U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must go
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** The text with U+FFFD in the place of each character that no XML document can hold; as long as it was. */
export function xmlText(text: string): string {
  return text.replace(NO_XML, '\ufffd')
}

/** The same on one line, for attributes and titles. */
export function xmlLine(text: string): string {
  return xmlText(text).replace(/\s+/gu, ' ').trim()
}
