import { columnsOf, type Line } from './lines.ts'

/** Wire copy is wrapped at 65–80 columns; the longest line may fall short of its width by a long word. */
const NARROWEST = 58
const WIDEST = 80
/** Fewer breaks say nothing: two lines of verse look the same. */
const FEWEST_BREAKS = 3
/** Share of the breaks that must be forced; the rest are headlines, labels and last lines without a blank line. */
const FORCED_SHARE = 0.65
/** Share of wrapped lines that may run over, e.g. because of a long web address. */
const OVERLONG_SHARE = 0.05
/** A wrapped line ends in a full stop by chance only; one-sentence paragraphs do so always. */
const SENTENCE_END_SHARE = 0.5

const startsBlock = /^\s*(?:[-*•–·]\s|>|\d{1,3}[.)]\s)|^[ \t]{3,}/u
const endsSentence = /[.!?。！？؟۔।:：]["'”’»)」』）]*\s*$/u

/** How a text is wrapped by hand. */
export interface HardWrap {
  /** Columns of the longest wrapped line. */
  readonly width: number
}

/**
 * Finds out whether lines were wrapped by hand at 65–80 columns, like wire copy; null: they were not.
 *
 * A break is *forced* when the first word of the next line would not have fitted on this one. Greedy wrapping
 * forces every break inside a paragraph; lists, verse and one-line paragraphs force few.
 */
export function findHardWrap(text: string, lines: readonly Line[]): HardWrap | null {
  const breaks: { line: string; next: string }[] = []
  lines.forEach((line, index) => {
    const after = lines[index + 1]
    if (line.blank || after === undefined || after.blank) return
    const next = text.slice(after.start, after.end)
    if (!startsBlock.test(next)) breaks.push({ line: text.slice(line.start, line.end), next })
  })
  if (breaks.length < FEWEST_BREAKS) return null

  const widths = breaks.map(({ line }) => columnsOf(line.trimEnd()))
  const fitting = widths.filter((width) => width <= WIDEST)
  if (widths.length - fitting.length > widths.length * OVERLONG_SHARE) return null
  const width = fitting.reduce((most, one) => Math.max(most, one), 0)
  if (width < NARROWEST) return null

  const forced = breaks.filter(({ line, next }) => isForced(line, next, width)).length
  const ended = breaks.filter(({ line }) => endsSentence.test(line)).length
  return forced >= breaks.length * FORCED_SHARE && ended <= breaks.length * SENTENCE_END_SHARE
    ? { width }
    : null
}

/** Width to go by where a person says that a text is wrapped: that of its longest line, 80 at most. */
export function widthOf(text: string, lines: readonly Line[]): HardWrap {
  const widths = lines.map((line) => columnsOf(text.slice(line.start, line.end).trimEnd()))
  return {
    width: Math.min(
      WIDEST,
      widths.reduce((most, one) => Math.max(most, one), 1),
    ),
  }
}

/** The first word of `next` would not have fitted after `line` within `width` columns. */
export function isForced(line: string, next: string, width: number): boolean {
  return columnsOf(line.trimEnd()) + 1 + columnsOf(firstWord(next)) > width
}

function firstWord(line: string): string {
  return /^\s*([\u3041-\u9fff]|\S+)/u.exec(line)?.[1] ?? ''
}
