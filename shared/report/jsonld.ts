import { describeSpan } from '../anchor/describe.ts'
import type { Annotation } from '../annotation/annotation.ts'
import { writeBody } from '../annotation/body.ts'
import { SIDECAR_CONTEXT } from '../annotation/sidecar-schema.ts'
import { CodePointIndex } from '../story/code-points.ts'
import { annotatorName, chosenAnnotations, layersInUse, type ReportInput } from './report-input.ts'

/**
 * The chosen layers as one W3C annotation collection (https://www.w3.org/TR/annotation-model/#collections).
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
 */
export function jsonLdOf(input: ReportInput): string {
  const annotations = chosenAnnotations(input)
  const layers = layersInUse(input)
  const points = new CodePointIndex(input.story.text)
  const id = `urn:galley:export:${input.textSha256}:${input.made}`
  const page = `${id}#page`
  const collection = {
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
    total: annotations.length,
    first: {
      id: page,
      type: 'AnnotationPage',
      partOf: id,
      startIndex: 0,
      items: annotations.map((annotation) => item(input, points, annotation)),
    },
  }
  return `${JSON.stringify(collection, null, 2)}\n`
}

function item(input: ReportInput, points: CodePointIndex, annotation: Annotation): object {
  const { quote, span, drift, alternatives } = annotation
  return {
    '@context': SIDECAR_CONTEXT,
    id: annotation.id,
    type: 'Annotation',
    motivation: ['classifying', ...(annotation.note === '' ? [] : ['commenting'])],
    creator: person(annotation.creator, annotatorName(input, annotation)),
    created: annotation.created,
    modified: annotation.modified,
    'galley:revision': annotation.revision,
    body: writeBody(annotation, []),
    target: {
      source: `urn:galley:story:${input.textSha256}`,
      'galley:text': input.textSha256,
      selector: selectors(input.story.text, points, annotation),
    },
    ...(span !== null && drift === 'words' ? { 'galley:confirmed': { 'galley:exact': quote } } : {}),
    ...(alternatives.length === 0
      ? {}
      : { 'galley:alternatives': alternatives.map((other) => ({ body: writeBody(other, []) })) }),
  }
}

function selectors(
  text: string,
  points: CodePointIndex,
  { span, quote, prefix, suffix }: Annotation,
): readonly object[] {
  if (span === null) return [{ type: 'TextQuoteSelector', exact: quote, prefix, suffix }]
  const words = text.slice(span.start, span.end)
  // Its own context, as its annotator's Galley cut it, where the words are still those.
  const stored = { exact: quote, prefix, suffix, start: span.start, end: span.end }
  const isStored = text.startsWith(prefix + quote + suffix, span.start - prefix.length)
  const anchor = words === quote && isStored ? stored : describeSpan(text, span, points)
  return [
    { type: 'TextQuoteSelector', exact: anchor.exact, prefix: anchor.prefix, suffix: anchor.suffix },
    {
      type: 'TextPositionSelector',
      start: points.toCodePoint(span.start),
      end: points.toCodePoint(span.end),
    },
  ]
}

function person(id: string, name: string): object {
  return { id, type: 'Person', name }
}
