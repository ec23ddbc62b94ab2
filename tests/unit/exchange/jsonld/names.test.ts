import { describe, expect, it } from 'vitest'
import { ANNO, onlyMark, webAnnotation } from '../../../helpers/web-annotation.ts'

describe('names', () => {
  const mark = {
    id: 'http://example.org/anno/1',
    tag: 'claim',
    note: 'Ask the office.',
    author: 'Jane Doe',
    created: '2026-11-20T09:00:00Z',
  }
  it.each<[string, unknown]>([
    [
      'of the context',
      webAnnotation({
        motivation: ['tagging', 'commenting'],
        creator: { type: 'Person', name: 'Jane Doe' },
        created: '2026-11-20T10:00:00+01:00',
        body: [
          { type: 'TextualBody', purpose: 'tagging', value: 'claim' },
          { type: 'TextualBody', purpose: 'commenting', value: 'Ask the office.' },
        ],
      }),
    ],
    [
      'with prefixes',
      {
        '@context': { oa: 'http://www.w3.org/ns/oa#', a: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' },
        '@id': 'http://example.org/anno/1',
        '@type': 'oa:Annotation',
        'oa:motivatedBy': [{ '@id': 'oa:tagging' }, { '@id': 'oa:commenting' }],
        'dcterms:creator': { '@type': 'foaf:Person', 'foaf:name': 'Jane Doe' },
        'dcterms:created': { '@value': '2026-11-20T09:00:00Z', '@type': 'xsd:dateTime' },
        'oa:hasBody': [
          { '@type': 'oa:TextualBody', 'oa:hasPurpose': { '@id': 'oa:tagging' }, 'a:value': 'claim' },
          {
            '@type': 'oa:TextualBody',
            'oa:hasPurpose': { '@id': 'oa:commenting' },
            'rdf:value': 'Ask the office.',
          },
        ],
        'oa:hasTarget': {
          'oa:hasSource': { '@id': 'http://example.org/page' },
          'oa:hasSelector': {
            '@type': 'oa:TextQuoteSelector',
            'oa:exact': 'nine bridges',
            'oa:prefix': '',
            'oa:suffix': '',
          },
        },
      },
    ],
    [
      'in full, as expanded JSON-LD has them',
      [
        {
          '@id': 'http://example.org/anno/1',
          '@type': ['http://www.w3.org/ns/oa#Annotation'],
          'http://purl.org/dc/terms/creator': [
            { 'http://xmlns.com/foaf/0.1/name': [{ '@value': 'Jane Doe' }] },
          ],
          'http://purl.org/dc/terms/created': [{ '@value': '2026-11-20T09:00:00Z' }],
          'http://www.w3.org/ns/oa#hasBody': [
            {
              '@type': ['http://www.w3.org/ns/oa#TextualBody'],
              'http://www.w3.org/ns/oa#hasPurpose': [{ '@id': 'http://www.w3.org/ns/oa#tagging' }],
              'http://www.w3.org/1999/02/22-rdf-syntax-ns#value': 'claim',
            },
            {
              '@type': ['http://www.w3.org/ns/oa#TextualBody'],
              'http://www.w3.org/ns/oa#hasPurpose': [{ '@id': 'http://www.w3.org/ns/oa#commenting' }],
              'http://www.w3.org/1999/02/22-rdf-syntax-ns#value': 'Ask the office.',
            },
          ],
          'http://www.w3.org/ns/oa#hasTarget': [
            {
              'http://www.w3.org/ns/oa#hasSource': 'http://example.org/page',
              'http://www.w3.org/ns/oa#hasSelector': [
                {
                  '@type': ['http://www.w3.org/ns/oa#TextQuoteSelector'],
                  'http://www.w3.org/ns/oa#exact': 'nine bridges',
                },
              ],
            },
          ],
        },
      ],
    ],
    [
      'of the file itself',
      {
        '@context': [
          ANNO,
          { remark: 'oa:bodyValue', words: { '@id': 'oa:exact' }, written: 'dcterms:created' },
        ],
        id: 'http://example.org/anno/1',
        type: 'Annotation',
        creator: { name: ['Jane Doe'] },
        written: '2026-11-20T09:00:00Z',
        motivation: 'commenting',
        remark: 'Ask the office.',
        target: {
          source: 'http://example.org/page',
          selector: { type: 'TextQuoteSelector', words: 'nine bridges' },
        },
      },
    ],
  ])('%s', (name, value) => {
    const found = onlyMark(value)
    expect(found).toMatchObject({ ...mark, ...(name === 'of the file itself' ? { tag: '' } : {}) })
    expect(found.place?.quote?.exact).toBe('nine bridges')
  })
})
