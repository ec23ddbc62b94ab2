import type { LineEnds } from '../desk/contract-text.ts'

/**
 * Turns every line end (CR LF, CR, LF) into `\n` and says which were found. U+2028, form feeds and the like
 * are characters of the text, not line ends. A text without any line end counts as `LF`.
 */
export function normaliseLineEnds(raw: string): { readonly text: string; readonly lineEnds: LineEnds } {
  if (!raw.includes('\r')) return { text: raw, lineEnds: 'LF' }
  const found = new Set<LineEnds>()
  for (const [end] of raw.matchAll(/\r\n|\r|\n/g)) {
    found.add(end === '\r\n' ? 'CRLF' : end === '\r' ? 'CR' : 'LF')
    if (found.size > 1) break
  }
  const [first] = found
  return {
    text: raw.replace(/\r\n?/g, '\n'),
    lineEnds: found.size === 1 && first !== undefined ? first : 'mixed',
  }
}
