import { normaliseLineEnds } from './line-ends.ts'
import { readMarkdown } from './markdown.ts'
import { readPlainText } from './plain-text.ts'
import type { Story, StoryFormat } from './story.ts'

/**
 * Makes a story from the decoded text of a file, its byte order mark taken off, its line ends as they were.
 * The extension of `name` chooses the reader. Never fails: what a reader cannot carry over becomes plain
 * paragraphs and a warning.
 */
export function readStory(name: string, raw: string): Story {
  const { text } = normaliseLineEnds(raw)
  return formatOf(name) === 'md' ? readMarkdown(name, text) : readPlainText(name, text)
}

/** `md` for .md and .markdown in any case, else `txt`. */
export function formatOf(name: string): StoryFormat {
  return /\.(md|markdown)$/i.test(name) ? 'md' : 'txt'
}
