import type { ImportedPlace } from '../imported.ts'
import { isJsonObject, type JsonObject, listOf, memberOf, textOf } from '../input.ts'
import { isOffset } from './musts.ts'
import { typesOf } from './terms.ts'

/** Where a target is. */
export interface TargetPlace {
  /** null: it says no words and no offsets. */
  readonly place: ImportedPlace | null
  /** Kinds of its selectors that Galley doesn't follow, each once. */
  readonly passed: readonly string[]
}

type Quote = NonNullable<ImportedPlace['quote']>
type Position = { readonly start: number; readonly end: number }

/**
 * Words and offsets of a target, from any of its selectors and from what refines them. An offset in a refinement counts
 * from the start of what it refines, so only its words are taken.
 */
export function placeOfTarget(target: unknown): TargetPlace {
  let quote: Quote | null = null
  let position: Position | null = null
  const passed = new Set<string>()
  const look = (selector: unknown, isRefinement: boolean): void => {
    if (!isJsonObject(selector)) {
      passed.add('by address')
      return
    }
    const types = typesOf(selector)
    if (types.includes('TextQuoteSelector')) quote ??= quoteIn(selector)
    else if (types.includes('TextPositionSelector') && !isRefinement) position ??= positionIn(selector)
    else if (types.includes('RangeSelector') && !isRefinement && rangeIn(selector) !== null) {
      position ??= rangeIn(selector)
    } else for (const type of types) passed.add(type)
    for (const finer of listOf(memberOf(selector, 'refinedBy'))) look(finer, true)
  }
  if (isJsonObject(target)) for (const selector of listOf(memberOf(target, 'selector'))) look(selector, false)
  const place = quote === null && position === null ? null : { quote, position: inPoints(position) }
  return { place, passed: [...passed] }
}

/** The model counts code points; see {@link settleUnits} for programs that don't. */
function inPoints(position: Position | null): ImportedPlace['position'] {
  return position === null ? null : { ...position, unit: 'code-point' }
}

function quoteIn(selector: JsonObject): Quote | null {
  const exact = textOf(selector.exact)
  if (exact === '') return null
  return { exact, prefix: textOf(selector.prefix), suffix: textOf(selector.suffix) }
}

function positionIn({ start, end }: JsonObject): Position | null {
  return isOffset(start) && isOffset(end) && start < end ? { start, end } : null
}

/** From where the start begins to where the end begins, if both are offsets. */
function rangeIn({ startSelector, endSelector }: JsonObject): Position | null {
  if (!isJsonObject(startSelector) || !isJsonObject(endSelector)) return null
  return positionIn({ start: startSelector.start, end: endSelector.start })
}

/**
 * The places with the unit in which their program counts. Where words hold characters of two UTF-16 units, their length
 * tells; where it tells one unit for some of a file's places and the other for none, that unit is taken for all.
 */
export function settleUnits(places: readonly (ImportedPlace | null)[]): readonly (ImportedPlace | null)[] {
  const told = places.map((place) => (place === null ? null : unitOf(place)))
  const units = new Set(told.filter((unit) => unit !== null))
  const usual = units.size === 1 && units.has('utf-16') ? 'utf-16' : 'code-point'
  return places.map((place, at) =>
    place === null || place.position === null
      ? place
      : { ...place, position: { ...place.position, unit: told[at] ?? usual } },
  )
}

/** null: the words don't tell. */
function unitOf({ quote, position }: ImportedPlace): 'code-point' | 'utf-16' | null {
  if (quote === null || position === null) return null
  const points = [...quote.exact].length
  const length = position.end - position.start
  if (points === quote.exact.length) return null
  if (length === points) return 'code-point'
  return length === quote.exact.length ? 'utf-16' : null
}
