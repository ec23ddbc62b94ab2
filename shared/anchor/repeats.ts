import { Dictionary } from './dictionary.ts'
import { rarestRun, ShingleIndex, sameRun } from './shingles.ts'
import { type Words, wordsIn, wordsOf } from './words.ts'

const RUN = 3

/** Knows which passages of a text stand in it more than once, in the same words. */
export class Repeats {
  readonly #words: Words
  readonly #runs: ShingleIndex

  constructor(text: string) {
    this.#words = wordsOf(text, new Dictionary(), true)
    this.#runs = new ShingleIndex(this.#words, RUN)
  }

  /**
   * Do the words of this range stand elsewhere too? A word that the range cuts does not count: it is the first to
   * change, and no help to a reader. Case and typography don't tell words apart, unless there are very few words.
   */
  standsTwice(start: number, end: number): boolean {
    const { ids, starts, ends, text } = this.#words
    let { from, to } = wordsIn(this.#words, start, end)
    if (from < to && start > 0 && (starts[from] as number) <= start) from++
    if (from < to && end < text.length && (ends[to - 1] as number) >= end) to--
    if (to - from < RUN) {
      const passage = text.slice(start, end)
      return text.indexOf(passage) !== start || text.includes(passage, start + 1)
    }
    const rarest = rarestRun(this.#runs, ids, from, to)
    for (let at = rarest.first; at >= 0; at = this.#runs.next(at)) {
      const other = at - rarest.from
      if (other !== from && other >= 0 && sameRun(ids, from, ids, other, to - from)) return true
    }
    return false
  }
}
