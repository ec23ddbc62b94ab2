import { CodePointIndex } from '../story/code-points.ts'
import { Dictionary } from './dictionary.ts'
import { FoldedText } from './folded-text.ts'
import { ShingleIndex } from './shingles.ts'
import { type Words, wordsOf } from './words.ts'

/** A text made ready for many questions. What a question needs is made once, when it is first asked. */
export class AnchorText {
  readonly text: string
  readonly #dictionary = new Dictionary()
  #words: Words | null = null
  #folded: FoldedText | null = null
  #codePoints: CodePointIndex | null = null
  readonly #shingles = new Map<number, ShingleIndex>()

  constructor(text: string) {
    this.text = text
  }

  get words(): Words {
    this.#words ??= wordsOf(this.text, this.#dictionary, true)
    return this.#words
  }

  /** Has every word of the text. */
  get dictionary(): Dictionary {
    this.#words ??= wordsOf(this.text, this.#dictionary, true)
    return this.#dictionary
  }

  get folded(): FoldedText {
    this.#folded ??= new FoldedText(this.text)
    return this.#folded
  }

  get codePoints(): CodePointIndex {
    this.#codePoints ??= new CodePointIndex(this.text)
    return this.#codePoints
  }

  /** Where the runs of so many words stand. */
  shingles(length: number): ShingleIndex {
    let index = this.#shingles.get(length)
    if (index === undefined) {
      index = new ShingleIndex(this.words, length)
      this.#shingles.set(length, index)
    }
    return index
  }
}
