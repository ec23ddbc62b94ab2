import { type Span, span } from '../units.ts'

/** How far a certain border is looked for; a longer cluster (hundreds of stacked accents) is cut there. */
const REACH = 2048

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Grows a span to the borders of what a reader takes for characters (extended grapheme clusters, UAX 29), so that
 * no mark starts inside an emoji or between a letter and its accent. Looks only at the text around each end.
 */
export function snapToGraphemes(text: string, { start, end }: Span): Span {
  return span(borderAround(text, start).before, borderAround(text, end).after)
}

/** The borders next to an offset; both are the offset itself where it is a border. */
function borderAround(text: string, offset: number): { readonly before: number; readonly after: number } {
  if (isCertainBorder(text, offset)) return { before: offset, after: offset }
  let from = offset - 1
  while (from > 0 && offset - from < REACH && !isCertainBorder(text, from)) from--
  let to = offset + 1
  while (to < text.length && to - offset < REACH && !isCertainBorder(text, to)) to++
  let before = from
  for (const { index } of segmenter.segment(text.slice(from, to))) {
    if (from + index >= offset)
      return { before: from + index === offset ? offset : before, after: from + index }
    before = from + index
  }
  return { before, after: to }
}

/** Between two letters that never combine with each other there is always a border; so is each end of the text. */
function isCertainBorder(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true
  return isSimple(text.charCodeAt(offset - 1)) && isSimple(text.charCodeAt(offset))
}

/** Printable ASCII, the line end, quotation marks and dashes, letters of Latin, Greek, Cyrillic, Hebrew, Arabic, Han. */
function isSimple(unit: number): boolean {
  return (
    (unit >= 0x20 && unit <= 0x7e) ||
    unit === 0x0a ||
    (unit >= 0xc0 && unit <= 0x24f) ||
    (unit >= 0x391 && unit <= 0x481) ||
    (unit >= 0x5d0 && unit <= 0x5ea) ||
    (unit >= 0x621 && unit <= 0x64a) ||
    (unit >= 0x2010 && unit <= 0x2027) ||
    (unit >= 0x3001 && unit <= 0x300f) ||
    (unit >= 0x4e00 && unit <= 0x9fff)
  )
}
