/** How a table is written: what stands between cells and what ends a row. */
export interface TableForm {
  readonly delimiter: ',' | ';' | '\t'
  readonly newline: '\r\n' | '\n' | '\r'
}

/**
 * Found in the header, which holds no prose: the sign between cells that is there most, and its line end. Guessing from
 * rows would be misled by notes with commas and line breaks.
 */
export function formOf(text: string): TableForm {
  const counts = { ',': 0, ';': 0, '\t': 0 }
  let isQuoted = false
  let newline: TableForm['newline'] = '\n'
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '"') isQuoted = !isQuoted
    if (isQuoted) continue
    if (sign === '\n') break
    if (sign === '\r') {
      newline = text[at + 1] === '\n' ? '\r\n' : '\r'
      break
    }
    if (sign === ',' || sign === ';' || sign === '\t') counts[sign]++
  }
  const most = Math.max(...Object.values(counts))
  const delimiter = counts[','] === most ? ',' : counts[';'] === most ? ';' : '\t'
  return { delimiter, newline }
}
