import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { jsonLdOf } from '../../../shared/report/jsonld.ts'
import { expand, namesIn } from '../../helpers/expand.ts'
import { materialIfPresent } from '../../helpers/material.ts'
import { harbourReport, okafor } from '../../helpers/report-input.ts'

const collection = JSON.parse(jsonLdOf(harbourReport))

describe('jsonLdOf', () => {
  it('is one collection of all chosen layers', () => {
    expect(collection).toMatchObject({
      type: 'AnnotationCollection',
      label: 'harbour-tunnel.md — Jane Doe, M. Okafor',
      total: 16,
      'galley:story': { 'galley:name': 'harbour-tunnel.md', 'galley:textLength': 942 },
    })
    expect(collection.first.items).toHaveLength(16)
    expect(collection.first.partOf).toBe(collection.id)
  })

  it('gives each item what it needs to be understood alone', () => {
    expect(collection.first.items[2]).toEqual({
      '@context': ['http://www.w3.org/ns/anno.jsonld', { galley: 'urn:galley:ns#' }],
      id: 'urn:uuid:5eedf00d-0000-4000-8000-000000000003',
      type: 'Annotation',
      motivation: ['classifying', 'commenting'],
      creator: { id: 'urn:uuid:0a11da0e-0000-4000-8000-000000000001', type: 'Person', name: 'Jane Doe' },
      created: '2026-11-20T09:02:00Z',
      modified: '2026-11-20T10:02:30Z',
      'galley:revision': 3,
      body: [
        { type: 'TextualBody', purpose: 'classifying', value: 'attribution' },
        {
          type: 'TextualBody',
          purpose: 'commenting',
          value: 'Who is this? We have a name on the record from the press office.',
          format: 'text/plain',
        },
        { type: 'TextualBody', purpose: 'describing', value: 'unnamed', 'galley:field': 'kind' },
        {
          type: 'TextualBody',
          purpose: 'describing',
          value: 'port authority official',
          'galley:field': 'source',
        },
      ],
      target: {
        source: `urn:galley:story:${harbourReport.textSha256}`,
        'galley:text': harbourReport.textSha256,
        selector: [
          {
            type: 'TextQuoteSelector',
            exact: 'according to a port authority official',
            prefix: 'traffic at 5 a.m. on Friday 🚦, ',
            suffix: ', eleven weeks after a pump fail',
          },
          { type: 'TextPositionSelector', start: 239, end: 277 },
        ],
      },
      'galley:alternatives': [
        {
          body: [
            { type: 'TextualBody', purpose: 'classifying', value: 'attribution' },
            { type: 'TextualBody', purpose: 'commenting', value: 'Name on record?', format: 'text/plain' },
          ],
        },
      ],
    })
  })

  it('gives an orphan its quote and no position', () => {
    expect(collection.first.items.at(-1).target.selector).toEqual([
      {
        type: 'TextQuoteSelector',
        exact: 'nobody was hurt, the authority said',
        prefix: 'It was ',
        suffix: '',
      },
    ])
  })

  it('leaves out layers that were not chosen', () => {
    const layers = harbourReport.layers.filter(({ annotator }) => annotator === okafor)
    const theirs = JSON.parse(jsonLdOf({ ...harbourReport, layers }))
    expect(theirs.creator).toEqual([{ id: okafor, type: 'Person', name: 'M. Okafor' }])
    expect(new Set(theirs.first.items.map((item: { creator: { id: string } }) => item.creator.id))).toEqual(
      new Set([okafor]),
    )
  })

  it('names no file of this computer', () => {
    expect(jsonLdOf(harbourReport)).not.toMatch(/file:|"\.\/|\/home\/|\\\\/)
  })

  it('expands without a dropped key or an unexpected name', async () => {
    const { properties, ids } = namesIn(await expand(collection, 'urn:galley:base'))
    expect(
      properties.filter(
        (name) => !/^(http:\/\/(www\.w3\.org|purl\.org|xmlns\.com)\/|urn:galley:ns#)/.test(name),
      ),
    ).toEqual([])
    expect(ids.filter((id) => !/^(urn:uuid:|urn:galley:|http:\/\/www\.w3\.org\/ns\/oa#)/.test(id))).toEqual(
      [],
    )
  })

  it('has items that each keep the MUSTs of the W3C model, as far as the material is here', () => {
    const schema = materialIfPresent('w3c-web-annotation/wadm-must.restated.schema.json')
    const validate = new Ajv({ strict: false }).compile(schema === null ? {} : JSON.parse(schema))
    for (const item of collection.first.items) expect([validate(item), validate.errors]).toEqual([true, null])
  })
})
