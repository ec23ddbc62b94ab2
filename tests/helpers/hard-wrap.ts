/**
 * Greedy wrapping of every line of a text, as a wire service does it; lines that fit stay, and so do the blanks at the
 * start of a line. Only blanks become line ends, so the offsets are those of the text.
 */
export function hardWrap(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, width))
    .join('\n')
}

function wrapLine(line: string, width: number): string {
  let wrapped = ''
  let row = ''
  for (const word of line.split(' ')) {
    if (row.trim() !== '' && row.length + 1 + word.length > width) {
      wrapped += `${row}\n`
      row = word
    } else row = wrapped === '' && row === '' ? word : `${row} ${word}`
  }
  return wrapped + row
}
