import { CodePointIndex } from '../story/code-points.ts'
import { type Sha256, type Span, span } from '../units.ts'
import type { StoredAnchor } from './describe.ts'
import { findQuote } from './find-quote.ts'

/** A described place and the text that it was described in. */
export interface StoredPlace extends StoredAnchor {
  readonly textSha256: Sha256
}

// A context agrees when this many units next to the quote do: half of what is stored, about three words.
const CONTEXT_ENOUGH = 16
// Words this long are hardly ever written twice by chance, so alone in the text they need no context.
const LONG_QUOTE = 32

/** Finds stored places in one text. Never guesses: what it can't tell from a look-alike is an orphan. */
export class Placer {
  readonly #text: string
  readonly #textSha256: Sha256
  readonly #index: CodePointIndex
  /** Places by words: marks on the same words search the text once. */
  readonly #found = new Map<string, readonly Span[]>()

  constructor(text: string, textSha256: Sha256) {
    this.#text = text
    this.#textSha256 = textSha256
    this.#index = new CodePointIndex(text)
  }

  /**
   * Where it stands in the text; null: an orphan. The position is believed only if it was made on this very
   * text and the quote agrees. Otherwise the quote decides if it stands in one place only, else its context if
   * that agrees in one place and clearly less elsewhere.
   */
  place(stored: StoredPlace): Span | null {
    return this.#atPosition(stored) ?? this.#byQuote(stored)
  }

  #atPosition(stored: StoredPlace): Span | null {
    const { exact, start, end } = stored
    if (stored.textSha256 !== this.#textSha256 || start >= end || end > this.#index.length) return null
    const from = this.#index.toTextOffset(start)
    const to = this.#index.toTextOffset(end)
    return to - from === exact.length && this.#text.startsWith(exact, from) ? span(from, to) : null
  }

  #byQuote(stored: StoredPlace): Span | null {
    const places = this.#placesOf(stored.exact)
    const [only] = places
    if (only !== undefined && places.length === 1) {
      const alone = stored.exact.length >= LONG_QUOTE || stored.prefix + stored.suffix === ''
      return alone || this.#agreement(stored, only).agrees ? only : null
    }
    return this.#byContext(stored, places)
  }

  #byContext(stored: StoredPlace, places: readonly Span[]): Span | null {
    let best: { readonly place: Span; readonly agreement: Agreement } | null = null
    let second = 0
    let fits = 0
    for (const place of places) {
      const agreement = this.#agreement(stored, place)
      if (agreement.whole) fits++
      if (best === null || agreement.units > best.agreement.units) {
        second = best?.agreement.units ?? 0
        best = { place, agreement }
      } else second = Math.max(second, agreement.units)
    }
    if (best === null || !best.agreement.agrees) return null
    if (best.agreement.whole) return fits === 1 ? best.place : null
    // Half: "clearly less" must hold for two places that share one side of their context.
    return second * 2 <= best.agreement.units ? best.place : null
  }

  #agreement(stored: StoredPlace, place: Span): Agreement {
    const before = sharedEnd(stored.prefix, this.#text, place.start)
    const after = sharedStart(stored.suffix, this.#text, place.end)
    const units = before + after
    const longest = Math.max(before, after)
    const storedUnits = stored.prefix.length + stored.suffix.length
    return {
      units,
      whole: units === storedUnits,
      agrees: storedUnits > 0 && longest >= Math.min(CONTEXT_ENOUGH, storedUnits),
    }
  }

  #placesOf(exact: string): readonly Span[] {
    const known = this.#found.get(exact)
    if (known !== undefined) return known
    const places = findQuote(this.#text, { exact })
    this.#found.set(exact, places)
    return places
  }
}

interface Agreement {
  /** UTF-16 units next to the quote that are as stored, both sides together. */
  readonly units: number
  /** All of the stored context is there. */
  readonly whole: boolean
  /** Enough of it to believe that the quote is the one that was marked. */
  readonly agrees: boolean
}

/** How many units at the end of `prefix` stand right before `offset`. */
function sharedEnd(prefix: string, text: string, offset: number): number {
  let shared = 0
  while (
    shared < prefix.length &&
    shared < offset &&
    prefix.charCodeAt(prefix.length - 1 - shared) === text.charCodeAt(offset - 1 - shared)
  ) {
    shared++
  }
  return shared
}

/** How many units at the start of `suffix` stand right after `offset`. */
function sharedStart(suffix: string, text: string, offset: number): number {
  let shared = 0
  while (shared < suffix.length && suffix.charCodeAt(shared) === text.charCodeAt(offset + shared)) shared++
  return shared
}
