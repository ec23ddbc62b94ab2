import type { PlacedAnnotation } from '../../shared/annotation/annotation.ts'
import type { TagId } from '../../shared/units.ts'

/** A run of bins under one tag; half-open. */
export interface TagRun {
  readonly tag: TagId
  readonly start: number
  readonly end: number
}

/**
 * The tag strip as it can be drawn on so many pixels: the story is cut into `bins` equal parts, and where marks
 * overlap the shortest shows, as it does for a click. Every mark gets one bin at least. Each bin remembers the
 * shortest that it met, so that nothing has to be sorted.
 *
 * `length`: of the story text, in UTF-16 units.
 */
export function stripBins(
  placed: readonly PlacedAnnotation[],
  length: number,
  bins: number,
): readonly TagRun[] {
  if (length === 0) return []
  const shown = new Array<TagId | null>(bins).fill(null)
  const shortest = new Float64Array(bins).fill(Number.POSITIVE_INFINITY)
  for (const { tag, span } of placed) {
    const start = Math.min(bins - 1, Math.floor((span.start / length) * bins))
    const end = Math.max(start + 1, Math.min(bins, Math.round((span.end / length) * bins)))
    const size = span.end - span.start
    for (let bin = start; bin < end; bin++) {
      if (size > (shortest[bin] ?? 0)) continue
      shortest[bin] = size
      shown[bin] = tag
    }
  }
  return runsOf(shown)
}

function runsOf(shown: readonly (TagId | null)[]): readonly TagRun[] {
  const runs: TagRun[] = []
  for (const [index, tag] of shown.entries()) {
    if (tag === null) continue
    const last = runs.at(-1)
    if (last?.tag === tag && last.end === index) runs[runs.length - 1] = { ...last, end: index + 1 }
    else runs.push({ tag, start: index, end: index + 1 })
  }
  return runs
}
