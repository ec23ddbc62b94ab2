import type { Carried } from '../exchange/imported.ts'

/** What an item or a sidecar carries along for the formats it came from; undefined: nothing. */
export function carriedIn(holder: Readonly<Record<string, unknown>>): Carried | undefined {
  const carried = holder['galley:carried']
  const isCarried = typeof carried === 'object' && carried !== null && !Array.isArray(carried)
  return isCarried ? { ...carried } : undefined
}
