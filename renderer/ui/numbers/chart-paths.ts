/** Outline of steps and the area under them, in a box of one unit per value and the height 1. */
export interface StepPaths {
  /** Closed along the bottom. */
  readonly area: string
  /** The upper edge alone, to be stroked; pieces over the bottom only, where there is something to show. */
  readonly edge: string
}

// In a row some twenty pixels high: what is more than nothing must be seen.
const LEAST = 0.08

/** Steps for shares of 0–1; y runs downwards, as in SVG. */
export function stepPaths(shares: readonly number[]): StepPaths {
  let area = ''
  let edge = ''
  let inside = false
  for (const [index, share] of shares.entries()) {
    if (share <= 0) {
      if (inside) area += 'V1Z'
      inside = false
      continue
    }
    const y = round(1 - Math.max(share, LEAST))
    area += inside ? `V${y}H${index + 1}` : `M${index} 1V${y}H${index + 1}`
    edge += inside ? `V${y}H${index + 1}` : `M${index} ${y}H${index + 1}`
    inside = true
  }
  return { area: inside ? `${area}V1Z` : area, edge }
}

/** Three decimals: finer than any pixel of the chart. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
