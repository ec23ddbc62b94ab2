import { escaped } from '../../story/markdown-escape.ts'

/** Text of files as Markdown that reads as that text again: names, notes, tags, quotes. */

/** In one line: line ends and tabs are blanks. */
export function line(text: string): string {
  return source(text.replace(/\s+/g, ' ').trim())
}

/** As {@link line}, for a cell of a table. */
export function cell(text: string): string {
  // As an entity: a backslash before a bar would depend on those before it.
  return line(text).replaceAll('\\|', '|').replaceAll('|', '&#124;')
}

/** Paragraphs without blanks around their lines, each with hard breaks where its lines end; blank lines part them. */
export function paragraphs(text: string): readonly string[] {
  return text
    .split(/\n[^\S\n]*\n\s*/)
    .filter((words) => words.trim() !== '')
    .map((words) => source(words.trim().replace(/[^\S\n]*\n[^\S\n]*/g, '\n')).replaceAll('\n', '\\\n'))
}

/**
 * Blanks at either end of a line, which Markdown takes off, as entities. Inside of a line they stay blanks: programs
 * that draw the page make one of several, but the text has them.
 */
export function keepBlanks(words: string): string {
  // A line that begins with an entity needs no escape for what comes behind the blanks.
  const open = words.replace(/^\\(?=[ \t])/, '')
  return open.replace(/^\s+|\s+$/g, (blanks) => [...blanks].map(entityOf).join('')).replaceAll('\t', '&#9;')
}

function entityOf(sign: string): string {
  return `&#${sign.charCodeAt(0)};`
}

function source(text: string): string {
  const place = { before: '', after: '', startsLine: true, inHeading: false, cutsAddresses: false }
  return escaped(text, place).join('')
}
