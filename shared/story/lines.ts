/** One line of a text: half-open UTF-16 range without its `\n`. */
export interface Line {
  readonly start: number
  readonly end: number
  /** Nothing but white space. */
  readonly blank: boolean
}

/** The lines of a text in order; one more than it has `\n`, so an empty text has one empty line. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  let start = 0
  for (;;) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    lines.push({ start, end, blank: text.slice(start, end).trim() === '' })
    if (found === -1) return lines
    start = end + 1
  }
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g

/** Width in columns of a typewriter face: an East Asian wide character takes two. */
export function columnsOf(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0)
}
