/** A card that wants to stand level with its mark. All measures in pixels, from the top of the text. */
export interface CardPlace {
  readonly top: number
  readonly height: number
  /** Stands exactly where it wants to; the others make room. At most one. */
  readonly fixed: boolean
}

// Outweighs any number of cards that can be on screen, and still leaves room for exact sums.
const FIXED_WEIGHT = 1e6

interface Run {
  /** Weighted mean of the wanted tops of the run, as if its cards had no height. */
  mean: number
  weight: number
  count: number
}

/**
 * Tops for cards in reading order so that none overlaps the next and each is as near its mark as possible: the
 * sum of squared distances is least. Isotonic regression by pooling neighbours that would collide (Barlow et al.
 * 1972, "pool adjacent violators"), so a crowd centres on its marks instead of drifting down the page. While
 * none is fixed, none goes above `least`, where the text begins.
 */
export function packCards(cards: readonly CardPlace[], gap: number, least: number): readonly number[] {
  const runs: Run[] = []
  let above = 0
  for (const card of cards) {
    let run: Run = { mean: card.top - above, weight: card.fixed ? FIXED_WEIGHT : 1, count: 1 }
    for (let last = runs.at(-1); last !== undefined && last.mean > run.mean; last = runs.at(-1)) {
      runs.pop()
      const weight = last.weight + run.weight
      const mean = (last.mean * last.weight + run.mean * run.weight) / weight
      run = { mean, weight, count: last.count + run.count }
    }
    runs.push(run)
    above += card.height + gap
  }
  // The bounded problem has the same runs, moved down to the bound.
  const bound = cards.some((card) => card.fixed) ? Number.NEGATIVE_INFINITY : least
  const tops: number[] = []
  let offset = 0
  for (const run of runs) {
    const start = Math.max(run.mean, bound)
    for (let i = 0; i < run.count; i++) {
      tops.push(Math.round(start + offset))
      offset += (cards[tops.length - 1]?.height ?? 0) + gap
    }
  }
  return tops
}
