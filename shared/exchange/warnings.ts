/** More than so many faults of one file are counted, not told: nobody reads a thousand sentences. */
const MOST = 50

/** The first of the warnings, and how many there are besides. */
export function fewWarnings(warnings: readonly string[]): readonly string[] {
  if (warnings.length <= MOST) return warnings
  const more = warnings.length - MOST
  return [
    ...warnings.slice(0, MOST),
    more === 1 ? 'There is 1 more like these.' : `There are ${more} more like these.`,
  ]
}
