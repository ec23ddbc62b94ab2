import type { FindHits } from '../../editor/find-hits.ts'

/**
 * In which of so many equal parts of a text something was found, ascending: asked part by part, so that ten thousand
 * hits cost no more than ten.
 * @param length of the text, in UTF-16 units
 */
export function findTicks(
  hits: Pick<FindHits, 'count' | 'at' | 'from'>,
  length: number,
  parts: number,
): readonly number[] {
  const ticks: number[] = []
  for (let part = 0; part < parts && length > 0; ) {
    const index = hits.from(Math.ceil((part * length) / parts))
    if (index >= hits.count) break
    const found = Math.min(parts - 1, Math.floor((hits.at(index).start * parts) / length))
    ticks.push(found)
    part = found + 1
  }
  return ticks
}
