import { formatOf } from './formats.ts'
import { normaliseLineEnds } from './line-ends.ts'
import { readMarkdown } from './markdown.ts'
import { readPlainText } from './plain-text.ts'
import type { Story } from './story.ts'

/**
 * Makes a story from the decoded text of a plain text or Markdown file, its byte order mark taken off, its line ends
 * as they were. The extension of `name` chooses the reader; the other formats are read in `electron/exchange`. Never fails: what a reader cannot carry over becomes plain
 * paragraphs and a warning.
 */
export function readStory(name: string, raw: string): Story {
  const { text } = normaliseLineEnds(raw)
  return formatOf(name) === 'md' ? readMarkdown(name, text) : readPlainText(name, text)
}
