import { AnchorText, anchorAll, type Found } from '../../shared/anchor/anchor.ts'
import type { Clue } from '../../shared/anchor/clue.ts'
import { CodePointIndex } from '../../shared/story/code-points.ts'
import { codePoint, type Span, textOffset } from '../../shared/units.ts'
import type { AnchoringCase } from './cases.ts'
import { fold } from './fold.ts'

/**
 * What an answer is worth. `false-anchor`: a place where there is none; `wrong-place`: a place, but another one;
 * `missed`: no place where there is one; `misreported`: the right place, but what is said of it is not true; or no answer at all.
 */
export type Verdict = 'pass' | 'false-anchor' | 'wrong-place' | 'missed' | 'misreported'

export interface Judged {
  readonly verdict: Verdict
  readonly found: Found | null
  /** What is not true, in words; empty unless misreported. */
  readonly reason: string
}

/** Anchors one case and judges the answer. An engine that breaks is misreported too: it must never throw. */
export function judge(anchoring: AnchoringCase): Judged {
  let found: Found | null
  try {
    found = answerOf(anchoring)
  } catch (error) {
    return { verdict: 'misreported', found: null, reason: `it threw: ${String(error)}` }
  }
  const { expected, alsoAccept } = anchoring
  const accepted = [expected, ...alsoAccept, ...(anchoring.nullAlsoAccepted === true ? [null] : [])]
  if (!accepted.some((place) => sameRange(place, found?.span ?? null))) {
    const verdict = expected === null ? 'false-anchor' : found === null ? 'missed' : 'wrong-place'
    return { verdict, found, reason: '' }
  }
  const reason = found === null ? '' : untruth(anchoring, found)
  return { verdict: reason === '' ? 'pass' : 'misreported', found, reason }
}

interface Range {
  readonly start: number
  readonly end: number
}

const sameRange = (one: Range | null, other: Range | null): boolean =>
  one?.start === other?.start && one?.end === other?.end

function answerOf(anchoring: AnchoringCase): Found | null {
  const { exact, prefix, suffix } = anchoring.quote
  const clue = { exact, prefix: prefix ?? '', suffix: suffix ?? '', position: positionOf(anchoring) }
  return anchorAll(new AnchorText(anchoring.text), [clue], anchoring.oldText ?? null)[0] ?? null
}

/** In code points; null if there is none or it can't be one: cases may hold broken positions. */
function positionOf(anchoring: AnchoringCase): Clue['position'] {
  const { position, positionCodePoints } = anchoring
  const points = positionCodePoints ?? (position ? codePoints(anchoring, position) : null)
  if (points === null || !isRange(points)) return null
  return { start: codePoint(points.start), end: codePoint(points.end) }
}

const isRange = ({ start, end }: Range): boolean =>
  Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end >= start

/** Without the text that it was made on, a position can only be counted in the text at hand. */
function codePoints(anchoring: AnchoringCase, units: Range): Range | null {
  if (!isRange(units)) return null
  const text = anchoring.oldText ?? anchoring.text
  const index = new CodePointIndex(text)
  const convert = (offset: number): number =>
    offset <= text.length ? index.toCodePoint(textOffset(offset)) : index.length + (offset - text.length)
  return { start: convert(units.start), end: convert(units.end) }
}

function untruth(anchoring: AnchoringCase, { span, match }: Found): string {
  const words = anchoring.text.slice(span.start, span.end)
  const { exact } = anchoring.quote
  if (match === 'exact' && words !== exact) return 'called exact, but the words differ'
  if (match === 'folded' && words === exact) return 'called folded, but the words are exact'
  if (match === 'folded' && fold(words) !== fold(exact)) return 'called folded, but the words differ'
  if (match === 'changed' && words === exact) return 'called changed, but the words are exact'
  const { expected, expectedCodePoints } = anchoring
  if (!expectedCodePoints || !sameRange(expected, span)) return ''
  const points = inCodePoints(anchoring.text, span)
  return sameRange(points, expectedCodePoints) ? '' : `code points are ${points.start}–${points.end}`
}

/** The same range in code points. */
export function inCodePoints(text: string, { start, end }: Span): Range {
  const index = new CodePointIndex(text)
  return { start: index.toCodePoint(start), end: index.toCodePoint(end) }
}
