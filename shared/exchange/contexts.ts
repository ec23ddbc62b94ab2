import type { Span } from '../units.ts'

/** How many of the two contexts agree with what stands around a place, and how many do not; an empty one does neither. */
export interface ContextCheck {
  readonly agree: number
  readonly differ: number
}

// Letters and digits next to the quote that are compared: two or three words.
const COMPARED = 14
// Enough of the text to find so many, over line feeds and punctuation.
const WINDOW = 80

/** Only letters and digits are compared: other programs cut and join white space in ways of their own. */
export function contextsAt(
  text: string,
  { start, end }: Span,
  { prefix, suffix }: { readonly prefix: string; readonly suffix: string },
): ContextCheck {
  const before = letters(text.slice(Math.max(0, start - WINDOW), start))
  const after = letters(text.slice(end, end + WINDOW))
  const sides = [
    compare(letters(prefix.slice(-WINDOW)), before, (word, length) => word.slice(-length)),
    compare(letters(suffix.slice(0, WINDOW)), after, (word, length) => word.slice(0, length)),
  ]
  return {
    agree: sides.filter((side) => side === true).length,
    differ: sides.filter((side) => side === false).length,
  }
}

/** null: the context says nothing. */
function compare(
  said: string,
  found: string,
  next: (word: string, length: number) => string,
): boolean | null {
  if (said === '') return null
  const length = Math.min(COMPARED, said.length)
  return found.length >= length && next(said, length) === next(found, length)
}

function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
