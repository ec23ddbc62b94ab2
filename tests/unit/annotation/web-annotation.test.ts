import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { mergeSidecars } from '../../../shared/annotation/merge.ts'
import { serialiseSidecar } from '../../../shared/annotation/sidecar-print.ts'
import { SIDECAR_CONTEXT } from '../../../shared/annotation/sidecar-schema.ts'
import { aContent, anItem, anItemOn, annotationId, aSidecar, aTombstone } from '../../helpers/annotation.ts'
import { expand, namesIn } from '../../helpers/expand.ts'
import { materialIfPresent } from '../../helpers/material.ts'
import { story } from '../../helpers/story.ts'

// Everything that Galley writes: note, fields, orphan-like contexts, two versions, a deleted one.
const { text, span } = story('🚧 The <a>mayor<b> resigned, <c>an official said<d>.')
const sidecar = mergeSidecars(
  aSidecar(
    [
      anItemOn(text, span(), {
        id: annotationId(1),
        content: aContent('fact', 'Sure?', { status: 'unverified' }),
      }),
      anItemOn(text, span('c', 'd'), {
        id: annotationId(2),
        content: aContent('attribution'),
        storyName: 'a b.txt',
      }),
    ],
    [aTombstone(annotationId(3))],
  ),
  aSidecar([anItem({ id: annotationId(1), content: aContent('assessment') })]),
)
const BASE = 'file:///stories/story.txt.jane-doe-3f9a1c07.annotations.json'
const written = JSON.parse(serialiseSidecar(sidecar))

const VOCABULARIES = {
  'http://www.w3.org/ns/oa#': 'oa',
  'http://www.w3.org/ns/activitystreams#': 'as',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://xmlns.com/foaf/0.1/': 'foaf',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://www.w3.org/2000/01/rdf-schema#': 'rdfs',
  'http://www.w3.org/2001/XMLSchema#': 'xsd',
  'urn:galley:ns#': 'galley',
}

/** `oa:exact` for its IRI; an IRI of no vocabulary as it is. */
function short(iri: string): string {
  const found = Object.entries(VOCABULARIES).find(([namespace]) => iri.startsWith(namespace))
  return found === undefined ? iri : `${found[1]}:${iri.slice(found[0].length)}`
}

const shortSet = (iris: readonly string[]) => [...new Set(iris.map(short))].sort()

describe('a sidecar read as JSON-LD', () => {
  it('drops no member, and names each by an IRI of a vocabulary that it says', async () => {
    const names = namesIn(await expand(written, BASE))
    expect(shortSet(names.properties)).toEqual([
      ...['as:first', 'as:items', 'as:partOf', 'as:startIndex', 'as:totalItems', 'dc:format'],
      ...['dcterms:created', 'dcterms:creator', 'dcterms:modified', 'foaf:name'],
      ...['galley:alternatives', 'galley:at', 'galley:confirmed', 'galley:deleted', 'galley:device'],
      ...['galley:exact', 'galley:field', 'galley:fileSha256', 'galley:format', 'galley:id', 'galley:name'],
      ...['galley:reader', 'galley:revision', 'galley:sentenceSha256', 'galley:story', 'galley:text'],
      ...['galley:textLength', 'galley:textSha256'],
      ...[
        'oa:end',
        'oa:exact',
        'oa:hasBody',
        'oa:hasPurpose',
        'oa:hasSelector',
        'oa:hasSource',
        'oa:hasTarget',
      ],
      ...['oa:motivatedBy', 'oa:prefix', 'oa:start', 'oa:suffix', 'rdf:value', 'rdfs:label'],
    ])
    expect(names.properties).toHaveLength(countMembers(written))
    expect(shortSet(names.types)).toEqual([
      ...['as:OrderedCollection', 'as:OrderedCollectionPage', 'foaf:Person', 'oa:Annotation'],
      ...['oa:TextPositionSelector', 'oa:TextQuoteSelector', 'oa:TextualBody'],
      ...['xsd:dateTime', 'xsd:nonNegativeInteger'],
    ])
    expect(shortSet(names.ids).filter((id) => !id.startsWith('urn:uuid:'))).toEqual([
      ...['file:///stories/a%20b.txt', 'file:///stories/story.txt'],
      ...['oa:classifying', 'oa:commenting', 'oa:describing'],
    ])
  })

  it('would be refused with a member that no vocabulary names', async () => {
    await expect(expand({ ...written, stray: 1 }, BASE)).rejects.toThrow()
  })
})

/** Members of all objects but names of things (`id`, `type`) and the context. */
function countMembers(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum, element) => sum + countMembers(element), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value)
    .filter(([key]) => key !== '@context')
    .reduce((sum, [key, member]) => sum + (key === 'id' || key === 'type' ? 0 : 1) + countMembers(member), 0)
}

const schema = materialIfPresent('w3c-web-annotation/wadm-must.restated.schema.json')
if (schema !== null) {
  describe('each item of a sidecar', () => {
    const isAnnotation = new Ajv({ strict: false }).compile(JSON.parse(schema))
    const alone = (item: { target: { source: string } }) => ({
      '@context': SIDECAR_CONTEXT,
      ...item,
      target: { ...item.target, source: new URL(item.target.source, BASE).href },
    })

    it.each([0, 1])('is a valid Web Annotation on its own: %i', (index) => {
      const item = written.first.items[index]
      isAnnotation(alone(item))
      expect(isAnnotation.errors ?? []).toEqual([])
    })

    it('would not be without its target', () => {
      const { target: _target, ...item } = alone(written.first.items[0])
      expect(isAnnotation(item)).toBe(false)
    })
  })
}
