import { CodePointIndex } from '../story/code-points.ts'
import { type Sha256, type Span, span } from '../units.ts'
import { AnchorText, anchorAll } from './anchor.ts'
import type { Clue } from './clue.ts'
import type { StoredAnchor } from './describe.ts'

/** In the place of a hash: the text is not known, so the position says nothing. Of imported marks. */
export const UNKNOWN_TEXT = '0'.repeat(64) as Sha256

/** A described place and the text that it was described in. */
export interface StoredPlace extends StoredAnchor {
  readonly textSha256: Sha256
}

/** Finds stored places in one text. Never guesses: what it can't tell from a look-alike is an orphan. */
export class Placer {
  readonly #text: AnchorText
  readonly #textSha256: Sha256
  readonly #index: CodePointIndex

  constructor(text: string, textSha256: Sha256) {
    this.#text = new AnchorText(text)
    this.#textSha256 = textSha256
    this.#index = new CodePointIndex(text)
  }

  /** Where one place stands, by what is stored with it; null: an orphan. As `placeAll` without earlier texts. */
  place(stored: StoredPlace): Span | null {
    return this.#atPosition(stored) ?? anchorAll(this.#text, [clueOf(stored)], null)[0]?.span ?? null
  }

  /**
   * Where places stand, in the order asked; null: an orphan. A position is believed only if it was made on this
   * very text and the quote agrees. Places of one text that was not kept
   * bear each other out, so ask for all of them at once.
   *
   * @param earlier the story text with this hash; null where it was not kept. Asked once for each hash.
   */
  placeAll(
    stored: readonly StoredPlace[],
    earlier: (textSha256: Sha256) => string | null,
  ): readonly (Span | null)[] {
    const places = stored.map((one) => this.#atPosition(one))
    for (const [hash, numbers] of this.#byText(stored, places)) {
      const clues = numbers.map((number) => clueOf(stored[number] as StoredPlace))
      // On this very text a position that disagrees is wrong, and the text teaches no more than the quote does.
      const old = hash === this.#textSha256 ? null : earlier(hash)
      const found = anchorAll(this.#text, clues, old)
      numbers.forEach((number, i) => {
        places[number] = found[i]?.span ?? null
      })
    }
    return places
  }

  /** Numbers of the stored places without a place yet, by the text that they were made on. */
  #byText(stored: readonly StoredPlace[], places: readonly (Span | null)[]): ReadonlyMap<Sha256, number[]> {
    const groups = new Map<Sha256, number[]>()
    stored.forEach(({ textSha256 }, number) => {
      if (places[number] !== null) return
      const group = groups.get(textSha256)
      if (group === undefined) groups.set(textSha256, [number])
      else group.push(number)
    })
    return groups
  }

  #atPosition(stored: StoredPlace): Span | null {
    const { exact, start, end } = stored
    if (stored.textSha256 !== this.#textSha256 || start >= end || end > this.#index.length) return null
    const from = this.#index.toTextOffset(start)
    const to = this.#index.toTextOffset(end)
    return to - from === exact.length && this.#text.text.startsWith(exact, from) ? span(from, to) : null
  }
}

function clueOf({ exact, prefix, suffix, start, end, textSha256 }: StoredPlace): Clue {
  return { exact, prefix, suffix, position: textSha256 === UNKNOWN_TEXT ? null : { start, end } }
}
