import { CodePointIndex } from '../../story/code-points.ts'
import { codePoint, span } from '../../units.ts'
import { fragmentsIn } from './fragments.ts'

/** The text that the offsets of a `.ann` file count in: its own `.txt`. */
export interface BratText {
  readonly text: string
  readonly points: CodePointIndex
}

export function bratText(text: string): BratText {
  return { text, points: new CodePointIndex(text) }
}

/** Half-open, in code points. */
interface Fragment {
  readonly start: number
  readonly end: number
}

/**
 * The fragments of a T, those together that are one mark: brat cuts a mark at the ends of lines, so fragments with
 * nothing else between them were never apart. Only where an export would cut them at the very same places.
 * @returns runs of fragments, in the order of the T
 */
export function overLineEnds(
  fragments: readonly Fragment[],
  brat: BratText | null,
): readonly (readonly Fragment[])[] {
  const runs: Fragment[][] = []
  for (const fragment of fragments) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    const isOne = last !== undefined && brat !== null && isCutBetween(last, fragment, brat)
    if (isOne) run?.push(fragment)
    else runs.push([fragment])
  }
  return runs
}

function isCutBetween(last: Fragment, next: Fragment, { text, points }: BratText): boolean {
  const { start } = last
  const { end } = next
  if (!(start < last.end && last.end < next.start && next.start < end && end <= points.length)) return false
  const whole = span(points.toTextOffset(codePoint(start)), points.toTextOffset(codePoint(end)))
  const cut = fragmentsIn(text, [whole]).flatMap((piece) => [piece.start, piece.end])
  const wanted = [start, last.end, next.start, end]
  return (
    cut.length === wanted.length &&
    wanted.every((point, at) => cut[at] === points.toTextOffset(codePoint(point)))
  )
}
