import type { Span } from '../units.ts'
import type { AnchorText } from './anchor-text.ts'
import type { Clue } from './clue.ts'

// A text is hardly ever shifted by more than this many code points, or this share of its length.
const REACH = 500
const REACH_SHARE = 0.015

/** Is this place further from where the quote was than edits before it are likely to shift it? */
export function isFar(text: AnchorText, clue: Clue, place: Span): boolean {
  return distance(text, clue, place) > Math.max(REACH, REACH_SHARE * text.text.length)
}

/** From where the quote was, in code points; 0 if that is not known. */
export function distance(text: AnchorText, { position }: Clue, place: Span): number {
  return position === null ? 0 : Math.abs(text.codePoints.toCodePoint(place.start) - position.start)
}
