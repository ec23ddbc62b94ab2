import { CodePointIndex } from '../story/code-points.ts'
import { type Span, span } from '../units.ts'
import type { AnchorText } from './anchor-text.ts'
import { projectBetween } from './between.ts'
import type { Clue } from './clue.ts'
import { findQuote } from './find-quote.ts'
import { GONE, type WordMap } from './links.ts'
import { type Projection, project } from './project.ts'
import { mapWords } from './word-map.ts'
import { type Words, wordsIn, wordsOf } from './words.ts'

/** The text that clues were described in, and its map to the text of today. */
export class OldText {
  readonly text: string
  readonly #today: AnchorText
  readonly #index: CodePointIndex
  #words: Words | null = null
  #map: WordMap | null = null

  constructor(text: string, today: AnchorText) {
    this.text = text
    this.#today = today
    this.#index = new CodePointIndex(text)
  }

  /** Where the clue stood: at its position if the quote agrees there, else where quote and context stand once. */
  placeOf(clue: Clue): Span | null {
    const stated = this.placeAt(clue)
    if (stated !== null) return stated
    const { exact, prefix, suffix } = clue
    const [only, ...others] = findQuote(this.text, { exact, prefix, suffix })
    return only !== undefined && others.length === 0 ? only : null
  }

  /** The stated position, if the quote agrees there. */
  placeAt({ exact, position }: Clue): Span | null {
    if (position === null || position.start >= position.end || position.end > this.#index.length) return null
    const start = this.#index.toTextOffset(position.start)
    const end = this.#index.toTextOffset(position.end)
    return end - start === exact.length && this.text.startsWith(exact, start) ? span(start, end) : null
  }

  /** What became of a range; null: its words are gone. */
  carry(place: Span): Span | null {
    if (this.text === this.#today.text) return place
    const { words, map } = this
    const range = wordsIn(words, place.start, place.end)
    if (range.from === range.to) return projectBetween(words, this.#today.words, map, range.from, place)
    const found = project(words, this.#today.words, map, range, place.start, place.end)
    return found !== null && isBorneOut(words, map, range, found) ? found.span : null
  }

  get words(): Words {
    this.#words ??= wordsOf(this.text, this.#today.dictionary, false)
    return this.#words
  }

  /** Which word of today each word became. */
  get map(): WordMap {
    this.#map ??= mapWords(this.words, this.#today.words)
    return this.#map
  }
}

// So many words around a mark bear out where it went, if they went there too, give or take so many words.
const AROUND = 4
const SLACK = 8
// So many words of the mark itself need no others.
const ENOUGH = 4

/** Did enough of the mark, or a word next to it, go to this place? A common word or two may stand there by chance. */
function isBorneOut(
  { count }: Words,
  map: WordMap,
  { from, to }: { readonly from: number; readonly to: number },
  found: Projection,
): boolean {
  if (found.kept >= ENOUGH || to - from === count) return true
  for (let i = Math.max(0, from - AROUND); i < Math.min(count, to + AROUND); i++) {
    if (i >= from && i < to) continue
    const there = map[i] as number
    if (there !== GONE && there >= found.from - SLACK && there < found.to + SLACK) return true
  }
  return false
}
