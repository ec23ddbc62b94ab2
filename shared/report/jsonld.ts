import type { PublicAnnotation } from '../annotation/annotation.ts'
import { writeBody } from '../annotation/body.ts'
import { SIDECAR_CONTEXT } from '../annotation/sidecar-schema.ts'
import { isJsonObject, type JsonObject, memberOf } from '../exchange/input.ts'
import { type KeptItem, keptCollectionOf, keptItemOf, without } from '../exchange/jsonld/kept.ts'
import { isDateTime, isIri } from '../exchange/jsonld/musts.ts'
import { personName } from '../exchange/jsonld/people.ts'
import { writtenContent } from '../exchange/jsonld/write-bodies.ts'
import { writtenTarget } from '../exchange/jsonld/write-target.ts'
import { timeIn } from '../exchange/time-in.ts'
import { answersTo } from '../review/answers-to.ts'
import type { Reply } from '../review/reply.ts'
import { CodePointIndex } from '../story/code-points.ts'
import type { IsoTime } from '../units.ts'
import { annotatorName, chosenAnnotations, layersInUse, type ReportInput } from './report-input.ts'

/**
 * The chosen layers as one W3C annotation collection (https://www.w3.org/TR/annotation-model/#collections), the
 * annotations first, then the answers to them.
 *
 * It differs from a sidecar in what makes it complete outside its folder, so that the collection and each item
 * taken out of it are valid as written:
 * - every item carries `@context` and its creator with the name;
 * - `source` is an absolute IRI made from the hash of the story text, `urn:galley:story:<sha256>`. A file name
 *   would be a relative one, a file URL would tell where the story lies on somebody's computer. The name stands
 *   in `galley:story`;
 * - the selectors say where a mark stands in today's text. Where its words are other than those that its annotator
 *   confirmed, these stand in `galley:confirmed`;
 * - an orphan has its quote as the only selector: there is no position to give.
 *
 * An annotation that was imported from JSON-LD keeps its id, its source and whatever its program wrote that Galley has
 * no word for; annotations of that file that are not about words come last.
 */
export function jsonLdOf(input: ReportInput): string {
  const annotations = chosenAnnotations(input)
  const layers = layersInUse(input)
  const points = new CodePointIndex(input.story.text)
  const id = `urn:galley:export:${input.textSha256}:${input.made}`
  const page = `${id}#page`
  // What other programs wrote can hold notes in any of its members.
  const kept = keptCollectionOf(input.choice.notes ? (input.carried ?? []) : [])
  const ids = itemIds(annotations)
  const replies = input.choice.notes ? answersTo(ids.keys(), input.replies) : []
  const items = [
    ...annotations.map((annotation) =>
      item(input, points, annotation, ids.get(annotation.id) ?? annotation.id),
    ),
    ...replies.map((reply) => answer(input, reply, ids.get(reply.to) ?? reply.to)),
    ...kept.items.map((other) => ({ '@context': SIDECAR_CONTEXT, ...without(other, ['@context']) })),
  ]
  const collection = {
    ...kept.collection,
    '@context': SIDECAR_CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: [input.story.name, layers.map((layer) => layer.name).join(', ')].filter(Boolean).join(' — '),
    generator: { type: 'Software', name: `Galley ${input.galleyVersion}` },
    generated: input.made,
    'galley:story': {
      'galley:name': input.story.name,
      'galley:reader': input.story.reader,
      'galley:textSha256': input.textSha256,
      'galley:textLength': points.length,
    },
    creator: layers.map((layer) => person(layer.annotator, layer.name)),
    total: items.length,
    first: {
      id: page,
      type: 'AnnotationPage',
      partOf: id,
      startIndex: 0,
      items,
    },
  }
  return `${JSON.stringify(collection, null, 2)}\n`
}

function item(input: ReportInput, points: CodePointIndex, annotation: PublicAnnotation, id: string): object {
  const { quote, span, drift, alternatives } = annotation
  const kept = input.choice.notes ? keptItemOf(annotation) : null
  const name = annotatorName(input, annotation)
  const { body, motivation } = writtenContent(annotation, kept)
  return {
    ...(kept === null ? {} : without(kept.item, ['body', 'motivation'])),
    '@context': SIDECAR_CONTEXT,
    id,
    type: 'Annotation',
    ...(motivation === undefined ? {} : { motivation }),
    creator: creatorOf(kept, name) ?? person(annotation.creator, name),
    created: timeOf(kept, 'created', annotation.created),
    modified: timeOf(kept, 'modified', annotation.modified),
    'galley:revision': annotation.revision,
    ...(body.length === 0 ? {} : { body }),
    target: writtenTarget(annotation, kept, input, points),
    ...(span !== null && drift === 'words' ? { 'galley:confirmed': { 'galley:exact': quote } } : {}),
    ...(alternatives.length === 0
      ? {}
      : { 'galley:alternatives': alternatives.map((other) => ({ body: writeBody(other, []) })) }),
  }
}

function answer(input: ReportInput, reply: Reply, to: string): object {
  const text = (purpose: string, value: string) =>
    value === '' ? [] : [{ type: 'TextualBody', purpose, value, format: 'text/plain' }]
  const body = [...text('assessing', reply.verdict ?? ''), ...text('replying', reply.note)]
  const name = input.layers.find((layer) => layer.annotator === reply.creator)?.name ?? reply.creator
  return {
    '@context': SIDECAR_CONTEXT,
    id: reply.id,
    type: 'Annotation',
    motivation: reply.verdict === null ? 'replying' : 'assessing',
    creator: person(reply.creator, name),
    created: reply.created,
    modified: reply.modified,
    ...(body.length === 0 ? {} : { body }),
    target: to,
  }
}

/**
 * The ids that annotations came with, so that other files that name them still do, else their own. Where two people took
 * in the same file, the first keeps it.
 */
function itemIds(annotations: readonly PublicAnnotation[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  for (const annotation of annotations) {
    const came = memberOf(keptItemOf(annotation)?.item ?? {}, 'id')
    const id = isIri(came) && !taken.has(came) ? came : annotation.id
    taken.add(id)
    ids.set(annotation.id, id)
  }
  return ids
}

/** The creator as it came, if it is still the annotator's name; null: ours is to be written. */
function creatorOf(kept: KeptItem | null, name: string): unknown {
  const own = memberOf(kept?.item ?? {}, 'creator')
  const isWritable =
    isIri(own) || (isJsonObject(own) && isSound(own)) || (Array.isArray(own) && own.every(isAgent))
  return isWritable && personName(own, new Map()) === name ? own : null
}

function isAgent(value: unknown): boolean {
  return isIri(value) || (isJsonObject(value) && isSound(value))
}

function isSound({ id }: JsonObject): boolean {
  return id === undefined || isIri(id)
}

/** The time as it came, with the zone and the fraction that its program wrote, if it is still that instant. */
function timeOf(kept: KeptItem | null, member: string, now: IsoTime): unknown {
  const own = memberOf(kept?.item ?? {}, member)
  return isDateTime(own) && timeIn(own) === now ? own : now
}

function person(id: string, name: string): object {
  return { id, type: 'Person', name }
}
