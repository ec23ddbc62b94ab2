import type { Span } from '../units.ts'
import type { AnchorText } from './anchor-text.ts'
import type { Clue } from './clue.ts'
import { isFar } from './far.ts'
import { frameOf, holds, rowAround } from './frame.ts'
import type { WordMap } from './links.ts'
import { OldText } from './old-text.ts'
import { pieceTogether } from './piece-together.ts'
import { type Projection, project } from './project.ts'
import { type Words, wordsIn } from './words.ts'

// A quote whose words all stand in a row with so many words around it stands there.
const ROW_AROUND = 6
// Shorter words than this may be left anywhere.
const LONG_WORD = 4

/**
 * The clues of one text that was not kept, all together: pieced together they are much of that text, and a map of it
 * tells of each where the words around it went. Where marks stand alone, that is nothing; where they stand close, it
 * is nearly as good as the text itself.
 */
export class Pieces {
  readonly #old: OldText
  readonly #today: AnchorText

  constructor(clues: readonly Clue[], today: AnchorText) {
    this.#old = new OldText(pieceTogether(clues, today.text), today)
    this.#today = today
  }

  /**
   * Where the clue's words stand. Certain words on both sides frame the place: if all words of the quote went between
   * them, that is it; what the clue finds by itself is believed only there, or where the map says so too. If it finds
   * nothing, what is left of the quote between them is the place. Without a frame, and for a quote that seems to have
   * gone far, the clue is alone.
   *
   * @param alone what the clue finds by itself
   */
  find(clue: Clue, alone: () => Span | null): Span | null {
    const place = this.#old.placeAt(clue)
    if (place === null) return alone()
    const { words, map } = this.#old
    const today = this.#today.words
    const range = wordsIn(words, place.start, place.end)
    if (range.from === range.to) return alone()
    const went = project(words, today, map, range, place.start, place.end)
    if (went !== null && isFar(this.#today, clue, went.span)) return alone()
    const length = range.to - range.from
    const whole = went !== null && went.kept === length && went.to - went.from === length
    if (whole && rowAround(map, range) >= length + ROW_AROUND) return went.span
    const frame = frameOf(words, today, map, range)
    if (frame === null) return alone()
    const inside = went !== null && holds(frame, went.span) ? went : null
    if (inside !== null && whole) return inside.span
    const found = alone()
    if (found !== null && (holds(frame, found) || isSame(found, went?.span))) return found
    return inside !== null && keepsLongWord(words, map, range, inside) ? inside.span : null
  }
}

function isSame(a: Span, b: Span | undefined): boolean {
  return a.start === b?.start && a.end === b.end
}

function keepsLongWord(
  { starts, ends }: Words,
  map: WordMap,
  range: { readonly from: number; readonly to: number },
  { from, to }: Projection,
): boolean {
  for (let i = range.from; i < range.to; i++) {
    const there = map[i] as number
    if (there >= from && there < to && (ends[i] as number) - (starts[i] as number) >= LONG_WORD) return true
  }
  return false
}
