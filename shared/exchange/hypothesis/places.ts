import type { ImportedPlace } from '../imported.ts'
import { isJsonObject, listOf, memberOf, textOf } from '../input.ts'

/** Words and offsets of the first target that has any; offsets count UTF-16 units, as in the browser. null: a whole page. */
export function placeOfTargets(targets: readonly unknown[]): ImportedPlace | null {
  for (const target of targets.filter(isJsonObject)) {
    const selectors = listOf(memberOf(target, 'selector')).filter(isJsonObject)
    const quote = selectors.find((one) => one.type === 'TextQuoteSelector')
    const position = selectors.find((one) => one.type === 'TextPositionSelector')
    const exact = quote === undefined ? '' : textOf(quote.exact)
    const { start, end } = position ?? {}
    const isRange =
      Number.isSafeInteger(start) &&
      Number.isSafeInteger(end) &&
      Number(start) < Number(end) &&
      Number(start) >= 0
    if (exact === '' && !isRange) continue
    return {
      quote:
        quote === undefined || exact === ''
          ? null
          : { exact, prefix: textOf(quote.prefix), suffix: textOf(quote.suffix) },
      position: isRange ? { start: Number(start), end: Number(end), unit: 'utf-16' } : null,
    }
  }
  return null
}
