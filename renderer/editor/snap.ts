import { sentenceAt } from '../../shared/story/sentences.ts'
import type { Story } from '../../shared/story/story.ts'
import { wordAt } from '../../shared/story/words.ts'
import type { Span, TextOffset } from '../../shared/units.ts'
import { trimSpan } from './selection.ts'

/** Signs behind the last word that are hardly ever meant when somebody drags over it. */
const stops = /[.,;:…،؛。、，；：]+$/u

/**
 * What a hand with a mouse means: whole words, without blanks at the ends and without the full stop or comma
 * behind the last one. Quotation marks and brackets stay as they were dragged over. null: nothing but blanks.
 */
export function snapToWords(text: string, selected: Span): Span | null {
  const trimmed = trimSpan(text, selected)
  if (trimmed === null) return null
  const start = cutWord(text, trimmed.start)?.start ?? trimmed.start
  const end = cutWord(text, trimmed.end)?.end ?? trimmed.end
  // The point of "U.S." belongs to the word.
  const isWord = wordAt(text, (end - 1) as TextOffset)?.end === end
  const words = isWord ? end - start : text.slice(start, end).replace(stops, '').length
  // Who selects a full stop alone wants it.
  return words === 0 ? { start, end } : { start, end: (start + words) as TextOffset }
}

/** The word, whole sentence or nothing that two or three clicks on a character mean. */
export function clicked(story: Story, offset: TextOffset, clicks: 2 | 3): Span | null {
  return clicks === 2 ? wordAt(story.text, offset) : sentenceAt(story, offset)
}

/** The word that an offset cuts in two; null: it lies between words, or at the end of one. */
function cutWord(text: string, offset: TextOffset): Span | null {
  const word = wordAt(text, offset)
  return word !== null && word.start < offset && offset < word.end ? word : null
}
