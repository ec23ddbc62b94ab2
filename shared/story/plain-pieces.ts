import { type HardWrap, isForced } from './hard-wrap.ts'
import { columnsOf, type Line } from './lines.ts'
import { isItem, isQuote, isRule } from './looks.ts'

/** A first line shorter than this share of the width, though more would have fitted, stands for itself. */
const SHORT_SHARE = 0.6

/**
 * Joins the lines of copy wrapped by hand into paragraphs: a run of lines to the next blank one. A new piece
 * also starts at a bullet, a quotation sign, a drawn line, an indented first line, and after a short opening
 * line such as a headline or a label.
 */
export function pieceLines(text: string, lines: readonly Line[], wrap: HardWrap): readonly Line[] {
  const pieces: Line[] = []
  let open: Line | null = null
  let last: Line | null = null
  for (const line of lines) {
    const joins: boolean = open !== null && last !== null && continues(text, open, last, line, wrap)
    if (joins && open !== null) {
      open = { start: open.start, end: line.end, blank: false }
    } else {
      if (open !== null) pieces.push(open)
      open = line
    }
    last = line
  }
  return open === null ? pieces : [...pieces, open]
}

/** Does `line` go on with the piece `open`, whose last line is `last`? */
function continues(text: string, open: Line, last: Line, line: Line, wrap: HardWrap): boolean {
  if (last.blank || line.blank) return false
  const lastText = text.slice(last.start, last.end)
  const lineText = text.slice(line.start, line.end)
  if (isRule(lastText) || isRule(lineText) || isItem(lineText)) return false
  const openText = text.slice(open.start, open.end)
  if (isQuote(lineText) !== isQuote(openText)) return false
  if (!isItem(openText) && indent(lineText) >= 2 && indent(lastText) < 2) return false
  const isFirst = last.start === open.start
  const isShort = columnsOf(lastText) < wrap.width * SHORT_SHARE && !isForced(lastText, lineText, wrap.width)
  return !(isFirst && isShort)
}

function indent(line: string): number {
  return line.length - line.trimStart().length
}
