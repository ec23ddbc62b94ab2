import type { Clue } from './clue.ts'
import { foldText } from './folded-text.ts'

// Fewer letters than this begin many passages.
const ENOUGH = 8

/**
 * Are these the words that stood next to the quote, not the quote? A sentence and the alike one after it are easily
 * taken for each other once the first is deleted.
 */
export function isNeighbour(words: string, { exact, prefix, suffix }: Clue): boolean {
  const found = foldText(words).trim()
  const wanted = foldText(exact).trim()
  const after = foldText(suffix).trim().slice(0, found.length)
  const before = foldText(prefix).trim().slice(-found.length)
  return (
    (after.length >= ENOUGH && found.startsWith(after) && !wanted.startsWith(after)) ||
    (before.length >= ENOUGH && found.endsWith(before) && !wanted.endsWith(before))
  )
}
