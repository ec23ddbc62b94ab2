import type { AnchorText } from './anchor-text.ts'
import type { Question } from './question.ts'
import { rarestRun, sameRun } from './shingles.ts'

// The rarest run of a question that repeats more often than this is no help: the text repeats itself too much.
const MOST = 64

/**
 * Word numbers at which all words asked for stand in one row, quote and contexts. Complete: a whole match must
 * hold the question's rarest run of three words, so only the places of that run are looked at.
 *
 * @returns null if the question has too few words, or its rarest run stands too often to look
 */
export function wholeMatches(text: AnchorText, { words }: Question): readonly number[] | null {
  const index = text.shingles(3)
  if (words.count < index.length) return null
  const rarest = rarestRun(index, words.ids, 0, words.count)
  if (rarest.count > MOST) return null
  const today = text.words
  const matches: number[] = []
  for (let run = rarest.first; run >= 0; run = index.next(run)) {
    const from = run - rarest.from
    if (
      from >= 0 &&
      from + words.count <= today.count &&
      sameRun(words.ids, 0, today.ids, from, words.count)
    ) {
      matches.push(from)
    }
  }
  return matches
}
