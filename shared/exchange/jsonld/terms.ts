import { isJsonObject, type JsonObject, memberOf } from '../input.ts'

const OA = 'http://www.w3.org/ns/oa#'
const AS = 'http://www.w3.org/ns/activitystreams#'
const DCTERMS = 'http://purl.org/dc/terms/'
const DC = 'http://purl.org/dc/elements/1.1/'
const FOAF = 'http://xmlns.com/foaf/0.1/'
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#'
const CNT = 'http://www.w3.org/2011/content#'

/** Prefixes that people use without saying so. */
const usualPrefixes: Readonly<Record<string, string>> = {
  oa: OA,
  as: AS,
  dc: DC,
  dcterms: DCTERMS,
  dct: DCTERMS,
  foaf: FOAF,
  rdf: RDF,
  rdfs: RDFS,
  cnt: CNT,
}

/**
 * What the Web Annotation context (https://www.w3.org/ns/anno.jsonld) calls the names of its vocabularies where the two
 * differ, and the names of the older Open Annotation drafts. A name of `oa:` that is not here is its own term.
 */
const terms: Readonly<Record<string, string>> = {
  [`${OA}hasBody`]: 'body',
  [`${OA}hasTarget`]: 'target',
  [`${OA}hasSource`]: 'source',
  [`${OA}hasSelector`]: 'selector',
  [`${OA}hasStartSelector`]: 'startSelector',
  [`${OA}hasEndSelector`]: 'endSelector',
  [`${OA}hasState`]: 'state',
  [`${OA}hasScope`]: 'scope',
  [`${OA}hasPurpose`]: 'purpose',
  [`${OA}motivatedBy`]: 'motivation',
  [`${OA}annotatedBy`]: 'creator',
  [`${OA}annotatedAt`]: 'created',
  [`${OA}serializedAt`]: 'generated',
  [`${AS}OrderedCollection`]: 'AnnotationCollection',
  [`${AS}OrderedCollectionPage`]: 'AnnotationPage',
  [`${AS}items`]: 'items',
  [`${AS}orderedItems`]: 'items',
  [`${AS}first`]: 'first',
  [`${AS}last`]: 'last',
  [`${AS}next`]: 'next',
  [`${AS}prev`]: 'prev',
  [`${AS}partOf`]: 'partOf',
  [`${AS}startIndex`]: 'startIndex',
  [`${AS}totalItems`]: 'total',
  [`${AS}generator`]: 'generator',
  [`${AS}Application`]: 'Software',
  [`${DCTERMS}creator`]: 'creator',
  [`${DCTERMS}created`]: 'created',
  [`${DCTERMS}modified`]: 'modified',
  [`${DCTERMS}issued`]: 'generated',
  [`${DCTERMS}rights`]: 'rights',
  [`${DCTERMS}conformsTo`]: 'conformsTo',
  [`${DC}creator`]: 'creator',
  [`${DC}format`]: 'format',
  [`${DC}language`]: 'language',
  [`${FOAF}name`]: 'name',
  [`${FOAF}nick`]: 'nickname',
  [`${FOAF}mbox`]: 'email',
  [`${FOAF}homepage`]: 'homepage',
  [`${FOAF}Person`]: 'Person',
  [`${RDF}value`]: 'value',
  [`${RDF}type`]: 'type',
  [`${RDFS}label`]: 'label',
  [`${CNT}chars`]: 'value',
  [`${CNT}ContentAsText`]: 'TextualBody',
}

/** Names that are said in a file's own contexts: prefixes and aliases, each with the IRI or prefixed name it stands for. */
export type Names = ReadonlyMap<string, string>

/** What the objects among a `@context` define; addresses of contexts are never fetched. */
export function namesOf(context: unknown): Names {
  const names = new Map<string, string>()
  for (const part of Array.isArray(context) ? context : [context]) {
    if (!isJsonObject(part)) continue
    for (const [name, value] of Object.entries(part)) {
      const iri = isJsonObject(value) ? memberOf(value, '@id') : value
      if (typeof iri === 'string' && !name.startsWith('@')) names.set(name, iri)
    }
  }
  return names
}

/**
 * The value as if it had been written with the Web Annotation context: keys, types and motivations by their terms,
 * `@value`, `@list` and `@set` taken off. What that context doesn't know keeps its name, as an IRI if the file says
 * which, so that it means the same without the file's own context.
 */
export function inTerms(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((one) => inTerms(one, names))
  if (!isJsonObject(value)) return value
  if (Object.hasOwn(value, '@value')) return value['@value']
  for (const wrap of ['@list', '@set']) if (Object.hasOwn(value, wrap)) return inTerms(value[wrap], names)
  const own = Object.hasOwn(value, '@context') ? new Map([...names, ...namesOf(value['@context'])]) : names
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const term = termOf(name, own)
      if (term === '@context') return [term, member]
      const inside = inTerms(member, own)
      return [term, NAMING.has(term) ? nameIn(inside, own) : inside]
    }),
  )
}

/** Members whose values are names of the vocabulary. */
const NAMING: ReadonlySet<string> = new Set(['type', 'motivation', 'purpose'])

function nameIn(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((one) => nameIn(one, names))
  if (isJsonObject(value) && typeof value.id === 'string') return termOf(value.id, names)
  return typeof value === 'string' ? termOf(value, names) : value
}

function termOf(name: string, names: Names): string {
  if (name === '@id') return 'id'
  if (name === '@type') return 'type'
  if (name.startsWith('@') || name.startsWith('galley:')) return name
  const iri = expanded(name, names)
  const term = Object.hasOwn(terms, iri) ? terms[iri] : undefined
  if (term !== undefined) return term
  return iri.startsWith(OA) ? iri.slice(OA.length) : iri
}

function expanded(name: string, names: Names): string {
  const alias = names.get(name)
  const spoken = alias ?? name
  const [, prefix = '', rest = ''] = /^([^:/#]+):(?!\/\/)(.+)$/s.exec(spoken) ?? []
  const base = prefix === '' ? undefined : (names.get(prefix) ?? own(usualPrefixes, prefix))
  return base === undefined ? spoken : base + rest
}

function own(record: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

/** The types of a node: none, one or several. */
export function typesOf(node: JsonObject): readonly string[] {
  const type = memberOf(node, 'type')
  return (Array.isArray(type) ? type : [type]).filter((one) => typeof one === 'string')
}

const ANNO = /^https?:\/\/www\.w3\.org\/ns\/(?:anno|oa)\.jsonld$/
/** Contexts of others that take the Web Annotation context in. */
const INCLUDING = /^https?:\/\/iiif\.io\/api\/presentation\/[23]\/context\.json$/

/** Does a context make the names those of Web Annotations? Nothing said is taken for yes. */
export function isAnnotationContext(context: unknown): boolean {
  if (context === undefined || context === null) return true
  return (Array.isArray(context) ? context : [context]).some((one) =>
    typeof one === 'string'
      ? ANNO.test(one) || INCLUDING.test(one)
      : [...namesOf(one).values()].some((iri) => iri.startsWith(OA) || iri.startsWith('oa:')),
  )
}
