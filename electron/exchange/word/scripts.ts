import { directionOf } from '../../../shared/story/direction.ts'

export type Direction = 'ltr' | 'rtl'

/** A stretch of one line that a word processor sets with one kind of run. Offsets are of the line. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly direction: Direction
  /** Pictographs, which have a font of their own. */
  readonly isEmoji: boolean
}

// A sign that is a picture by itself or made one by what follows; families, skins and the flags of countries and their
// parts included.
const EMOJI =
  /(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)(?:\p{EMod}|\ufe0f|[\u{e0020}-\u{e007f}]|\u200d\p{Extended_Pictographic})*/gu
const NEEDS_CARE = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const STRONG = /[\p{L}\u200e\u200f]/u
const DIGIT = /\p{Nd}/u
const ARABIC_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/
/** Belongs to the letter before it: accents, points, joiners. */
const ATTACHED = /[\p{M}\u200c\u200d]/u

/**
 * Cuts a line where its direction changes and around pictographs. Word, unlike a browser, doesn't find the direction
 * of letters by itself: a run says it (`w:rtl`), and by that Word chooses between its two sets of fonts. Digits go with
 * the letters before them; blanks and signs with their neighbours where both agree, else with the line: UAX 9 without
 * its separators of numbers, brackets and embeddings.
 */
export function stretchesOf(line: string, base: Direction): readonly Stretch[] {
  const emoji = [...line.matchAll(EMOJI)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }))
  const hasTwo = base === 'rtl' || NEEDS_CARE.test(line)
  const directed = hasTwo ? directionsOf(line, base) : [{ start: 0, end: line.length, direction: base }]
  return directed.flatMap((part) => cutAround(part, emoji))
}

interface Directed {
  readonly start: number
  readonly end: number
  readonly direction: Direction
}

function directionsOf(line: string, base: Direction): readonly Directed[] {
  const parts: Directed[] = []
  const add = (start: number, end: number, direction: Direction) => {
    if (start === end) return
    const last = parts.at(-1)
    if (last?.direction === direction) parts[parts.length - 1] = { ...last, end }
    else parts.push({ start, end, direction })
  }
  let before: Direction = base
  let neutral = 0
  let at = 0
  for (const sign of line) {
    const own = directionAt(sign, before, neutral === at)
    if (own !== null) {
      add(neutral, at, own === before ? own : base)
      add(at, at + sign.length, own)
      before = own
      neutral = at + sign.length
    }
    at += sign.length
  }
  add(neutral, line.length, base)
  return parts
}

/** null: a sign without direction. @param isNext it stands right after one that has a direction */
function directionAt(sign: string, before: Direction, isNext: boolean): Direction | null {
  if (STRONG.test(sign)) return directionOf(sign)
  if (DIGIT.test(sign)) return ARABIC_DIGIT.test(sign) ? 'rtl' : before
  return isNext && ATTACHED.test(sign) ? before : null
}

function cutAround(
  part: Directed,
  emoji: readonly { readonly start: number; readonly end: number }[],
): readonly Stretch[] {
  const stretches: Stretch[] = []
  let at = part.start
  for (const { start, end } of emoji) {
    if (start < part.start || end > part.end) continue
    if (start > at) stretches.push({ ...part, start: at, end: start, isEmoji: false })
    const last = stretches.at(-1)
    if (last?.isEmoji === true && last.end === start) stretches[stretches.length - 1] = { ...last, end }
    else stretches.push({ ...part, start, end, isEmoji: true })
    at = end
  }
  if (at < part.end) stretches.push({ ...part, start: at, end: part.end, isEmoji: false })
  return stretches
}
