/** A place in a text as an editor shows it, both counted from 1; columns in characters (code points). */
export interface LineAndColumn {
  readonly line: number
  readonly column: number
}

/** @param at UTF-16 units. A line ends with LF, CR LF or CR. */
export function lineOf(text: string, at: number): LineAndColumn {
  const before = text.slice(0, at)
  // A CR whose LF stands right behind the place has not ended its line yet.
  const lines = before.split(before.endsWith('\r') && text[at] === '\n' ? /\r\n|\n|\r(?!$)/ : /\r\n|\n|\r/)
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 }
}
