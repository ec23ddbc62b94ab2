import type { Span } from '../units.ts'
import type { AnchorText } from './anchor-text.ts'
import type { Clue } from './clue.ts'
import { distanceToStart } from './edit-distance.ts'
import { foldText } from './folded-text.ts'

/** How well what stands around a place agrees with what should. */
export interface Context {
  /** Share of the letters that agree on each side, 0 … 1; null: nothing was said, or the text ends there. */
  readonly before: number | null
  readonly after: number | null
  /** Of both sides; null: nothing to compare. */
  readonly share: number | null
  /** So many letters were compared on each side. */
  readonly lettersBefore: number
  readonly lettersAfter: number
  /** All of it is there, sign by sign. */
  readonly whole: boolean
}

// Further away from the quote than this, nothing more is learned letter by letter.
const MOST = 64

export function contextOf({ text }: AnchorText, clue: Clue, place: Span): Context {
  const whole = text.startsWith(clue.suffix, place.end) && text.slice(0, place.start).endsWith(clue.prefix)
  const isBefore = text.slice(Math.max(0, place.start - 2 * MOST), place.start)
  const isAfter = text.slice(place.end, place.end + 2 * MOST)
  const before = side(
    backwards(foldText(clue.prefix.slice(-MOST))).trimStart(),
    backwards(foldText(isBefore)).trimStart(),
    place.start <= isBefore.length,
  )
  const after = side(
    foldText(clue.suffix.slice(0, MOST)).trimStart(),
    foldText(isAfter).trimStart(),
    place.end + isAfter.length >= text.length,
  )
  const letters = (before?.letters ?? 0) + (after?.letters ?? 0)
  const same = (before?.letters ?? 0) * (before?.share ?? 0) + (after?.letters ?? 0) * (after?.share ?? 0)
  return {
    before: before?.share ?? null,
    after: after?.share ?? null,
    share: letters === 0 ? null : same / letters,
    lettersBefore: before?.letters ?? 0,
    lettersAfter: after?.letters ?? 0,
    whole,
  }
}

interface Side {
  readonly share: number
  /** So many were compared. */
  readonly letters: number
}

/** @param ends the text ends within `is`: what was asked for beyond that says nothing */
function side(wanted: string, is: string, ends: boolean): Side | null {
  const asked = ends ? wanted.slice(0, is.length) : wanted
  if (asked === '') return null
  return { share: Math.max(0, 1 - distanceToStart(asked, is) / asked.length), letters: asked.length }
}

function backwards(text: string): string {
  return Array.from(text).reverse().join('')
}
