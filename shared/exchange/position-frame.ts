import { splitsPair } from '../anchor/find-quote.ts'
import { sameWords } from '../anchor/same-words.ts'
import type { CodePointIndex } from '../story/code-points.ts'
import { type CodePoint, type Span, span, textOffset } from '../units.ts'
import type { ImportedPlace } from './imported.ts'

type Position = NonNullable<ImportedPlace['position']>
type Unit = Position['unit']

/** A mark of which both the words and the position are known. */
export interface SaidTwice {
  readonly exact: string
  readonly position: Position
}

/**
 * How the positions of a file have to be read, so that most of them agree with the words: programs count in other
 * units than they say, or in a text with more or less before it.
 */
export interface PositionFrame {
  readonly unit: Unit
  /** Added to each position, in its unit. */
  readonly shift: number
  /** How many of those that have words agree with them when read so. */
  readonly agreeing: number
  readonly asked: number
  /** Read otherwise than the file says. */
  readonly isOther: boolean
}

// Rare words that stand once tell the shift; so many of them are looked for, each through the whole text.
const SAMPLES = 200
// Shorter words stand anywhere.
const SAMPLE_LENGTH = 6
// A shift that fewer marks agree on may be chance.
const LEAST_AGREEING = 3

/** Finds how to read the positions of one file. As the file says, unless another way agrees with more words. */
export function frameOf(said: readonly SaidTwice[], text: string, index: CodePointIndex): PositionFrame {
  const stated: Unit = said[0]?.position.unit ?? 'code-point'
  const other: Unit = stated === 'code-point' ? 'utf-16' : 'code-point'
  const found = foundOnce(said, text)
  const ways = [stated, other].flatMap((unit) => {
    const shift = commonShift(found, unit, index)
    return shift === 0
      ? [{ unit, shift: 0 }]
      : [{ unit, shift: 0 }, ...(shift === null ? [] : [{ unit, shift }])]
  })
  // The plain ways first: of two that agree with as many words, the simpler one.
  const inOrder = [...ways].sort((a, b) => Number(a.shift !== 0) - Number(b.shift !== 0))
  let best: PositionFrame | null = null
  for (const way of inOrder) {
    const agreeing = said.filter((one) => agreesAt(one, way, text, index) !== null).length
    const isOther = way.unit !== stated || way.shift !== 0
    if (best === null || agreeing > best.agreeing) best = { ...way, agreeing, asked: said.length, isOther }
  }
  return best ?? { unit: stated, shift: 0, agreeing: 0, asked: 0, isOther: false }
}

/** At least half of what can be checked agrees, so that the rest may be believed as well. */
export function isTrusted({ agreeing, asked }: PositionFrame): boolean {
  return agreeing > 0 && 2 * agreeing >= asked
}

/** Where a position lies in the text, read in this frame; null: outside, or through a character. */
export function spanAt(
  { start, end }: Pick<Position, 'start' | 'end'>,
  { unit, shift }: Pick<PositionFrame, 'unit' | 'shift'>,
  text: string,
  index: CodePointIndex,
): Span | null {
  const from = start + shift
  const to = end + shift
  if (!(Number.isInteger(from) && Number.isInteger(to)) || from < 0 || from >= to) return null
  if (unit === 'utf-16')
    return to <= text.length && !splitsPair(text, from) && !splitsPair(text, to) ? span(from, to) : null
  if (to > index.length) return null
  return span(index.toTextOffset(from as CodePoint), index.toTextOffset(to as CodePoint))
}

/** The span, if the words stand there but for typography and white space. */
export function agreesAt(
  { exact, position }: SaidTwice,
  frame: Pick<PositionFrame, 'unit' | 'shift'>,
  text: string,
  index: CodePointIndex,
): Span | null {
  const at = spanAt(position, frame, text, index)
  if (at === null) return null
  return sameWords(text.slice(at.start, at.end), exact) ? at : null
}

/** Marks whose words stand exactly once, and where, in UTF-16 units. */
function foundOnce(
  said: readonly SaidTwice[],
  text: string,
): readonly { readonly at: number; readonly position: Position }[] {
  const long = said.filter(({ exact }) => exact.length >= SAMPLE_LENGTH)
  // Spread over the file: one that was edited in the middle has other shifts before and after.
  const step = Math.max(1, Math.ceil(long.length / SAMPLES))
  return long.flatMap(({ exact, position }, number) => {
    if (number % step !== 0) return []
    const at = text.indexOf(exact)
    return at < 0 || text.indexOf(exact, at + 1) >= 0 ? [] : [{ at, position }]
  })
}

/** By how much most of them are off; null: no two thirds agree, or too few are known. */
function commonShift(found: ReturnType<typeof foundOnce>, unit: Unit, index: CodePointIndex): number | null {
  const counts = new Map<number, number>()
  for (const { at, position } of found) {
    const here = unit === 'utf-16' ? at : index.toCodePoint(textOffset(at))
    counts.set(here - position.start, (counts.get(here - position.start) ?? 0) + 1)
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  if (best === undefined || best[1] < LEAST_AGREEING || 3 * best[1] < 2 * found.length) return null
  return best[0]
}
