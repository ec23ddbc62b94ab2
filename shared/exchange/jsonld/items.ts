import { isJsonObject, type JsonObject, listOf, memberOf } from '../input.ts'
import { without } from './kept.ts'
import { inTerms, isAnnotationContext, namesOf, typesOf } from './terms.ts'

/** The annotations of a file, and what stands around them. */
export interface Items {
  /** In terms, in the order of the file. */
  readonly items: readonly JsonObject[]
  /** Unknown members of the collection. */
  readonly collection: JsonObject
  /** People named around the annotations: id and name. */
  readonly people: ReadonlyMap<string, string>
  readonly warnings: readonly string[]
}

/** Members of collections and pages that are made anew for an export. */
const WRAPPING = [
  '@context',
  'id',
  'type',
  'label',
  'total',
  'first',
  'last',
  'next',
  'prev',
  'partOf',
  'startIndex',
  'items',
  'resources',
  'creator',
  'created',
  'modified',
  'generator',
  'generated',
]

/** @returns the annotations, or why this is not a file of Web Annotations */
export function itemsIn(value: unknown): Items | string {
  if (!isJsonObject(value) && !Array.isArray(value)) return 'it holds neither an object nor a list'
  if (isJsonObject(value) && (Array.isArray(value.rows) || Array.isArray(value.annotations))) {
    return 'it looks like annotations of Hypothesis'
  }
  const context = isJsonObject(value) ? memberOf(value, '@context') : undefined
  if (!isAnnotationContext(context)) {
    return 'its @context is not that of Web Annotations, http://www.w3.org/ns/anno.jsonld'
  }
  const found = inTerms(value, namesOf(context))
  const warnings: string[] = []
  const people = new Map<string, string>()
  const collection = new Map<string, unknown>()
  const items: JsonObject[] = []
  const byAddress: string[] = []
  const take = (one: unknown, isListed: boolean): void => {
    if (typeof one === 'string') byAddress.push(one)
    if (!isJsonObject(one)) return
    const graph = memberOf(one, '@graph')
    const inner = [
      ...listOf(graph),
      ...listOf(memberOf(one, 'items')),
      ...listOf(memberOf(one, 'resources')),
      ...listOf(memberOf(one, 'first')),
      ...pageAfter(one),
    ]
    if (isAnnotation(one)) items.push(one)
    else if (isWrapper(one) || inner.length > 0) {
      for (const person of listOf(memberOf(one, 'creator')).filter(isJsonObject)) {
        if (typeof person.id === 'string' && typeof person.name === 'string')
          people.set(person.id, person.name)
      }
      for (const [name, value] of Object.entries(without(one, WRAPPING))) {
        if (!/^(?:@|galley:)/.test(name)) collection.set(name, value)
      }
      for (const each of inner) take(each, true)
    } else if (isListed || memberOf(one, 'type') !== undefined) items.push(one)
  }
  for (const one of Array.isArray(found) ? found : [found]) take(one, Array.isArray(found))
  if (byAddress.length > 0) {
    const what =
      byAddress.length === 1 ? '1 part of the file is' : `${byAddress.length} parts of the file are`
    warnings.push(`${what} only named by an address and not fetched: ${byAddress[0]}.`)
  }
  if (items.length === 0 && !isJsonObject(found) && !Array.isArray(found)) return 'it holds no annotations'
  if (items.length === 0 && isJsonObject(found) && !isWrapper(found) && byAddress.length === 0) {
    return 'it holds no annotation, page or collection'
  }
  return { items, collection: Object.fromEntries(collection), people, warnings }
}

/** The last page where it isn't the first, too. */
function pageAfter(one: JsonObject): readonly unknown[] {
  const last = memberOf(one, 'last')
  const first = memberOf(one, 'first')
  const id = (page: unknown) => (isJsonObject(page) ? page.id : page)
  return isJsonObject(last) && id(last) !== id(first) ? [last] : []
}

function isAnnotation(one: JsonObject): boolean {
  return typesOf(one).includes('Annotation') || memberOf(one, 'target') !== undefined
}

function isWrapper(one: JsonObject): boolean {
  return typesOf(one).some((type) => type === 'AnnotationCollection' || type === 'AnnotationPage')
}
