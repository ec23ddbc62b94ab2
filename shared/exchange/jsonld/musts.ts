import { isJsonObject, type JsonObject, listOf, memberOf } from '../input.ts'
import { timeIn } from '../time-in.ts'
import { typesOf } from './terms.ts'

/** An absolute IRI, as far as the Web Annotation tests look. */
export const IRI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/
const RELATIVE = /^[^\s<>"{}|\\^`]+$/

const SETS: ReadonlySet<string> = new Set(['Choice', 'Composite', 'List', 'Independents'])

/**
 * Which MUST of the Web Annotation Data Model (https://www.w3.org/TR/annotation-model/) an annotation breaks, as a
 * sentence without its full stop; null: none that matters here. An id or a context that is missing is forgiven, as is
 * an id that is relative: nothing is lost by reading on.
 */
export function brokenMust(item: JsonObject): string | null {
  const { id, type, target, body, bodyValue } = item
  if (!typesOf(item).includes('Annotation')) {
    return type === undefined ? 'it has no type' : `its type is ${shown(type)}, not “Annotation”`
  }
  if (id !== undefined && (typeof id !== 'string' || !RELATIVE.test(id)))
    return `its id ${shown(id)} is no IRI`
  for (const time of ['created', 'modified', 'generated']) {
    const values = listOf(memberOf(item, time))
    if (values.length > 1) return `it has more than one “${time}”`
    if (values.length === 1 && timeIn(values[0]) === null) {
      return `its “${time}” ${shown(values[0])} is no date with a time and a zone`
    }
  }
  if (listOf(memberOf(item, 'canonical')).length > 1) return 'it has more than one “canonical”'
  if (body !== undefined && bodyValue !== undefined) return 'it has a “body” and a “bodyValue”'
  const targets = listOf(target)
  if (targets.length === 0) return 'it has no target'
  return first(targets, brokenTarget) ?? first(listOf(body), brokenBody)
}

/** Can the annotation stand in a file of ours as it is? What {@link brokenMust} forgives is not forgiven here. */
export function isStrict(item: JsonObject): boolean {
  const addresses = listOf(memberOf(item, 'target')).flatMap((target) =>
    isJsonObject(target) ? [target.id, target.source].filter((one) => typeof one === 'string') : [target],
  )
  const selectors = listOf(memberOf(item, 'target'))
    .filter(isJsonObject)
    .flatMap((target) => listOf(target.selector))
  return (
    isIri(memberOf(item, 'id')) &&
    addresses.every(isIri) &&
    selectors.every(isKnownSelector) &&
    listOf(memberOf(item, 'body')).every((body) => typeof body !== 'string' || isIri(body)) &&
    listOf(memberOf(item, 'creator')).every((one) => isJsonObject(one) || isIri(one)) &&
    ['created', 'modified', 'generated'].every((time) => listOf(memberOf(item, time)).every(isDateTime))
  )
}

/** The kinds of body that the model has. */
export function isWritableBody(body: unknown): boolean {
  if (!isJsonObject(body)) return isIri(body)
  return (
    typeof body.value === 'string' || body.source !== undefined || isIri(body.id) || Array.isArray(body.items)
  )
}

/** The kinds of target that the model has. */
export function isWritableTarget(target: unknown): boolean {
  if (!isJsonObject(target)) return isIri(target)
  return isIri(target.id) || isIri(target.source) || isJsonObject(target.source)
}

/** An absolute IRI? */
export function isIri(value: unknown): value is string {
  return typeof value === 'string' && IRI.test(value)
}

/** A time with a zone, as the model wants it. */
export function isDateTime(value: unknown): value is string {
  return typeof value === 'string' && timeIn(value) !== null && DATE_TIME.test(value)
}

const DATE_TIME = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

function brokenTarget(target: unknown): string | null {
  if (typeof target === 'string')
    return RELATIVE.test(target) ? null : `its target ${shown(target)} is no IRI`
  if (!isJsonObject(target)) return 'its target is neither an IRI nor an object'
  const isSet = typesOf(target).some((type) => SETS.has(type))
  if (isSet) return Array.isArray(target.items) ? null : 'a set among its targets has no items'
  if (target.id === undefined && target.source === undefined)
    return 'its target has neither an id nor a source'
  return brokenSelectors(listOf(target.selector))
}

/** A selector of a kind that nobody knows is forgiven beside one that says the words or their place. */
function brokenSelectors(selectors: readonly unknown[]): string | null {
  const fault = first(selectors, brokenSelector)
  if (fault !== null) return fault
  const kinds = selectors.filter(isJsonObject).flatMap(typesOf)
  const strange = kinds.find((kind) => !SELECTORS.has(kind))
  const isPlaced = kinds.some((kind) => SELECTORS.has(kind))
  return strange === undefined || isPlaced ? null : `its selector is of the unknown type “${strange}”`
}

const SELECTORS: ReadonlySet<string> = new Set([
  'TextQuoteSelector',
  'TextPositionSelector',
  'DataPositionSelector',
  'FragmentSelector',
  'CssSelector',
  'XPathSelector',
  'SvgSelector',
  'RangeSelector',
])

/** Is it of a kind that the model has? */
export function isKnownSelector(selector: unknown): boolean {
  return (
    typeof selector === 'string' ||
    (isJsonObject(selector) && typesOf(selector).some((one) => SELECTORS.has(one)))
  )
}

function brokenSelector(selector: unknown): string | null {
  if (typeof selector === 'string') return null
  if (!isJsonObject(selector)) return 'its selector is neither an IRI nor an object'
  const types = typesOf(selector)
  if (types.includes('TextQuoteSelector') && typeof selector.exact !== 'string') {
    return 'its quote selector has no text as “exact”'
  }
  if (types.includes('TextPositionSelector') && ![selector.start, selector.end].every(isOffset)) {
    return 'its position selector has no whole numbers as “start” and “end”'
  }
  return first(listOf(selector.refinedBy), brokenSelector)
}

function brokenBody(body: unknown): string | null {
  if (!isJsonObject(body)) return typeof body === 'string' ? null : 'a body is neither an IRI nor an object'
  const types = typesOf(body)
  if (types.some((type) => SETS.has(type))) return null
  if (types.includes('TextualBody') && typeof body.value !== 'string') return 'a textual body has no value'
  return null
}

/** A whole number ≥ 0. */
export function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function first<T>(values: readonly T[], fault: (value: T) => string | null): string | null {
  for (const value of values) {
    const found = fault(value)
    if (found !== null) return found
  }
  return null
}

// Long enough to find it in the file.
const SHOWN = 40

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return `“${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}”`
}
