/**
 * Text from a file made safe for a terminal line: what would move the cursor, change colours or turn the reading
 * direction of the rest of the line becomes a visible sign. White space becomes single blanks.
 */
export function printable(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
}

/** Words in quotation marks, on one line, at most so many code points long. */
export function quotedWords(text: string, longest = 72): string {
  const points = [...printable(text).trim()]
  return `“${points.length > longest ? `${points.slice(0, longest - 1).join('')}…` : points.join('')}”`
}
