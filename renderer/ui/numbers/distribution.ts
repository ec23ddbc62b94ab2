import type { PlacedAnnotation } from '../../../shared/annotation/annotation.ts'
import type { Tag } from '../../../shared/tags.ts'
import type { Span, TagId } from '../../../shared/units.ts'

/** Parts that the story is cut into: few enough to be told apart at 300 pixels, and walked with the arrow keys. */
export const BINS = 50

/** Where in the story a tag was used. */
export interface TagBins {
  readonly tag: TagId
  /** For each of the {@link BINS} equal parts of the text, the share of it under a mark of this tag, 0–1. */
  readonly shares: readonly number[]
}

/** The part of the text that a bin stands for, in UTF-16 units; half-open, borders rounded. */
export function binSpan(bin: number, length: number): Pick<Span, 'start' | 'end'> {
  const border = (at: number) => Math.round((at * length) / BINS) as Span['start']
  return { start: border(bin), end: border(bin + 1) }
}

interface Building {
  readonly shares: number[]
  /** Offset up to which the marks seen so far reach: what overlaps counts once. */
  reached: number
}

/** Takes marks in reading order. `length`: of the story text, in UTF-16 units. */
export function createBins(length: number) {
  const building = new Map<TagId, Building>()
  return {
    add({ tag, span }: Pick<PlacedAnnotation, 'tag' | 'span'>): void {
      const row = building.get(tag) ?? { shares: new Array<number>(BINS).fill(0), reached: 0 }
      building.set(tag, row)
      const start = Math.max(span.start, row.reached)
      const end = Math.min(span.end, length)
      if (start >= end) return
      row.reached = end
      const size = length / BINS
      for (let bin = Math.floor(start / size); bin < BINS && bin * size < end; bin++) {
        const inside = Math.min(end, (bin + 1) * size) - Math.max(start, bin * size)
        row.shares[bin] = Math.min(1, (row.shares[bin] ?? 0) + Math.max(0, inside) / size)
      }
    },
    /** Rows for the tags that stand in the text: those of the scheme in its order, then unknown ones by id. */
    byTag(tags: readonly Tag[]): readonly TagBins[] {
      const known = tags.map(({ id }) => id)
      const others = [...building.keys()].filter((id) => !known.includes(id)).sort()
      return [...known, ...others].flatMap((tag) => {
        const row = building.get(tag)
        return row === undefined ? [] : { tag, shares: row.shares }
      })
    },
  }
}
