const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** White space as single blanks; beyond `most` letters as a reader counts them cut off, with an ellipsis. */
export function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  // A letter is at least one unit long, so nothing this short has too many.
  if (line.length <= most) return line
  let count = 0
  for (const { index } of segmenter.segment(line)) {
    if (count++ === most) return `${line.slice(0, index).trimEnd()}…`
  }
  return line
}
