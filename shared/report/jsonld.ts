import type { PublicAnnotation } from '../annotation/annotation.ts'
import { writeBody } from '../annotation/body.ts'
import { SIDECAR_CONTEXT } from '../annotation/sidecar-schema.ts'
import { memberOf } from '../exchange/input.ts'
import { keptCollectionOf, keptItemOf, without } from '../exchange/jsonld/kept.ts'
import { isIri } from '../exchange/jsonld/musts.ts'
import { writtenAnswer } from '../exchange/jsonld/write-answer.ts'
import { writtenContent } from '../exchange/jsonld/write-bodies.ts'
import { person, writtenHead } from '../exchange/jsonld/write-head.ts'
import { writtenTarget } from '../exchange/jsonld/write-target.ts'
import { answersTo } from '../review/answers-to.ts'
import type { Reply } from '../review/reply.ts'
import { CodePointIndex } from '../story/code-points.ts'
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
 * What was imported from JSON-LD keeps its id, its source and whatever its program wrote that Galley has
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
  const replies = input.choice.notes
    ? answersTo(
        annotations.map((one) => one.id),
        input.replies,
      )
    : []
  const ids = itemIds([...annotations, ...replies])
  const idOf = (id: string) => ids.get(id) ?? id
  const items = [
    ...annotations.map((annotation) => item(input, points, annotation, idOf(annotation.id))),
    ...replies.map((reply) => writtenAnswer(input, reply, idOf(reply.id), idOf(reply.to))),
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
  const { body, motivation } = writtenContent(annotation, kept)
  return {
    ...writtenHead(id, { ...annotation, name: annotatorName(input, annotation) }, motivation, kept),
    'galley:revision': annotation.revision,
    ...(body.length === 0 ? {} : { body }),
    target: writtenTarget(annotation, kept, input, points),
    ...(span !== null && drift === 'words' ? { 'galley:confirmed': { 'galley:exact': quote } } : {}),
    ...(alternatives.length === 0
      ? {}
      : { 'galley:alternatives': alternatives.map((other) => ({ body: writeBody(other, []) })) }),
  }
}

/**
 * The ids that annotations and answers came with, so that other files that name them still do, else their own. Where two
 * people took in the same file, the first keeps it.
 */
function itemIds(all: readonly (PublicAnnotation | Reply)[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  for (const one of all) {
    const came = memberOf(keptItemOf(one)?.item ?? {}, 'id')
    const id = isIri(came) && !taken.has(came) ? came : one.id
    taken.add(id)
    ids.set(one.id, id)
  }
  return ids
}
