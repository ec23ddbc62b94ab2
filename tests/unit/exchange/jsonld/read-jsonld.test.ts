import { describe, expect, it } from 'vitest'
import type { ImportedMark, ImportedSet } from '../../../../shared/exchange/imported.ts'
import { readJsonld } from '../../../../shared/exchange/jsonld/read-jsonld.ts'
import { jsonLdOf } from '../../../../shared/report/jsonld.ts'
import { materialIfPresent } from '../../../helpers/material.ts'
import { harbourReport } from '../../../helpers/report-input.ts'

const ANNO = 'http://www.w3.org/ns/anno.jsonld'
const read = (value: unknown): ImportedSet => {
  const result = readJsonld(JSON.stringify(value), 'desk.jsonld')
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const failure = (raw: string) => {
  const result = readJsonld(raw, 'desk.jsonld')
  return result.ok ? null : result.error
}
const quote = (exact: string, prefix = '', suffix = '') => ({
  type: 'TextQuoteSelector',
  exact,
  prefix,
  suffix,
})
const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end })
const annotation = (more: object = {}) => ({
  '@context': ANNO,
  id: 'http://example.org/anno/1',
  type: 'Annotation',
  target: { source: 'http://example.org/page', selector: quote('nine bridges') },
  ...more,
})
const only = (value: unknown): ImportedMark => {
  const [mark] = read(value).marks
  if (mark === undefined) throw new Error('no mark')
  return mark
}

describe('what readJsonld takes for a file of annotations', () => {
  const one = annotation()
  it.each<[string, unknown]>([
    ['one annotation', one],
    ['a list', [one]],
    ['a page', { '@context': ANNO, type: 'AnnotationPage', items: [one] }],
    [
      'a collection',
      { '@context': ANNO, type: 'AnnotationCollection', first: { type: 'AnnotationPage', items: [one] } },
    ],
    [
      'a collection with items of its own',
      { '@context': ANNO, type: ['AnnotationCollection'], items: [one] },
    ],
    ['a graph', { '@context': ANNO, '@graph': [one] }],
    [
      'an old list of IIIF',
      {
        '@context': 'http://iiif.io/api/presentation/2/context.json',
        '@type': 'sc:AnnotationList',
        resources: [one],
      },
    ],
    ['no context at all', { ...one, '@context': undefined }],
  ])('%s', (_, value) => {
    expect(read(value).marks.map(({ id, place }) => [id, place?.quote?.exact])).toEqual([
      ['http://example.org/anno/1', 'nine bridges'],
    ])
  })

  it('names a page that is only an address', () => {
    const { marks, warnings } = read({
      '@context': ANNO,
      type: 'AnnotationCollection',
      first: 'http://example.org/page1',
      items: [one],
    })
    expect(marks).toHaveLength(1)
    expect(warnings).toEqual([
      '1 part of the file is only named by an address and not fetched: http://example.org/page1.',
    ])
  })

  it.each<[string, string, object]>([
    ['nothing', '', { kind: 'import-empty' }],
    ['a story', 'The mayor resigned.', { kind: 'import-json', line: 1, column: 1 }],
    ['a cut file', '{"type": "Annotation",\n "target": [', { kind: 'import-json', line: 2 }],
    ['brackets without end', '['.repeat(1000), { kind: 'import-too-deep' }],
    ['a number', '7', { kind: 'import-foreign', detail: 'it holds neither an object nor a list' }],
    [
      'another kind of JSON',
      '{"tags": []}',
      { kind: 'import-foreign', detail: 'it holds no annotation, page or collection' },
    ],
    [
      'Hypothesis',
      '{"rows": []}',
      { kind: 'import-foreign', detail: 'it looks like annotations of Hypothesis' },
    ],
    [
      'an empty page',
      `{"@context": "${ANNO}", "type": "AnnotationPage", "items": []}`,
      { kind: 'import-nothing', detail: '' },
    ],
    [
      'only an address',
      `{"@context": "${ANNO}", "type": "AnnotationCollection", "first": "http://example.org/p"}`,
      {
        kind: 'import-nothing',
        detail: '1 part of the file is only named by an address and not fetched: http://example.org/p',
      },
    ],
  ])('not %s', (_, raw, expected) => {
    expect(failure(raw)).toMatchObject({ file: 'desk.jsonld', ...expected })
  })
})

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
      annotation({
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
    const found = only(value)
    expect(found).toMatchObject({ ...mark, ...(name === 'of the file itself' ? { tag: '' } : {}) })
    expect(found.place?.quote?.exact).toBe('nine bridges')
  })
})

describe('where a mark stands', () => {
  const at = (selector: unknown) =>
    only(annotation({ target: { source: 'http://example.org/page', selector } })).place

  it('by words, by offsets, by both', () => {
    expect(at(quote('rain', 'the ', ' fell'))).toEqual({
      quote: { exact: 'rain', prefix: 'the ', suffix: ' fell' },
      position: null,
    })
    expect(at([position(4, 8)])).toEqual({ quote: null, position: { start: 4, end: 8, unit: 'code-point' } })
    expect(at([position(4, 8), quote('rain')])).toMatchObject({
      quote: { exact: 'rain' },
      position: { start: 4 },
    })
  })

  it('by the words that refine another selector, not by offsets that count from there', () => {
    expect(at({ type: 'FragmentSelector', value: 'p2', refinedBy: [position(0, 4), quote('rain')] })).toEqual(
      { quote: { exact: 'rain', prefix: '', suffix: '' }, position: null },
    )
  })

  it('by a range of offsets', () => {
    expect(
      at({ type: 'RangeSelector', startSelector: position(4, 6), endSelector: position(9, 12) })?.position,
    ).toEqual({ start: 4, end: 9, unit: 'code-point' })
  })

  it('names what it doesn’t follow and keeps it', () => {
    const { warnings, marks } = read(
      annotation({
        target: {
          source: 'http://example.org/page',
          selector: [quote('rain'), { type: 'XPathSelector', value: '/p[2]' }],
        },
      }),
    )
    expect(warnings).toEqual([
      'Annotation 1 (http://example.org/anno/1) says its place also as XPathSelector, which is kept and not looked at.',
    ])
    expect(JSON.stringify(marks[0]?.carried)).toContain('/p[2]')
  })

  it('keeps and names what is not about words', () => {
    const { marks, warnings, carried } = read([
      annotation({ target: 'http://example.org/page' }),
      annotation({ id: 'http://example.org/anno/2' }),
    ])
    expect(marks).toHaveLength(1)
    expect(warnings).toEqual([
      'Annotation 1 (http://example.org/anno/1) is not about words of the text, so it is kept and not shown.',
    ])
    expect(carried).toMatchObject({ jsonld: { items: [{ id: 'http://example.org/anno/1' }] } })
  })

  it('counts in UTF-16 units where the words of one annotation say so', () => {
    const units = (end: number) =>
      read([
        annotation({ target: { source: 'x:y', selector: [quote('🚧🚧 road'), position(0, end)] } }),
        annotation({
          id: 'http://example.org/anno/2',
          target: { source: 'x:y', selector: [quote('road'), position(3, 7)] },
        }),
      ]).marks.map(({ place }) => place?.position?.unit)
    expect(units(9)).toEqual(['utf-16', 'utf-16'])
    expect(units(7)).toEqual(['code-point', 'code-point'])
    expect(units(20)).toEqual(['code-point', 'code-point'])
  })
})

describe('what a mark says', () => {
  const said = (more: object) => {
    const { tag, note, fields, author } = only(annotation(more))
    return { tag, note, fields, author }
  }
  const text = (value: string, purpose?: string) => ({
    type: 'TextualBody',
    value,
    ...(purpose ? { purpose } : {}),
  })
  const nothing = { tag: '', note: '', fields: {}, author: null }

  it.each<[string, object, object]>([
    ['nothing: a highlight', { motivation: 'highlighting' }, {}],
    ['a body value', { bodyValue: 'Sure?' }, { note: 'Sure?' }],
    ['a text as body, which others write', { body: 'Sure about that?' }, { note: 'Sure about that?' }],
    ['one body that takes the motivation', { motivation: 'tagging', body: text('fact') }, { tag: 'fact' }],
    [
      'classifying before tagging',
      { body: [text('river', 'tagging'), text('fact', 'classifying')] },
      { tag: 'fact' },
    ],
    [
      'a tag by address',
      {
        body: {
          type: 'SpecificResource',
          purpose: 'classifying',
          source: 'https://example.org/tags/news#fact',
        },
      },
      { tag: 'fact' },
    ],
    ['two notes', { body: [text('One.', 'commenting'), text('Two.')] }, { note: 'One.\n\nTwo.' }],
    [
      'the first of a choice',
      { body: { type: 'Choice', items: [text('In English.'), text('Auf Deutsch.')] } },
      { note: 'In English.' },
    ],
    [
      'all of a list',
      { body: { type: 'List', items: [text('fact', 'tagging'), text('Sure?')] } },
      { tag: 'fact', note: 'Sure?' },
    ],
    [
      'our fields',
      { body: [{ ...text('Weather office', 'describing'), 'galley:field': 'source' }] },
      { fields: { source: 'Weather office' } },
    ],
    ['a creator by name', { creator: 'Jane Doe' }, { author: 'Jane Doe' }],
    ['a creator with a nickname', { creator: { id: 'acct:jane', nickname: 'jd' } }, { author: 'jd' }],
    [
      'two creators',
      { creator: [{ name: 'Jane' }, 'https://example.org/omar'] },
      { author: 'Jane, https://example.org/omar' },
    ],
    ['a program', { generator: { type: 'SoftwareAgent', name: 'Code v2.1' } }, {}],
  ])('%s', (_, more, expected) => {
    expect(said(more)).toEqual({ ...nothing, ...expected })
  })

  it('takes an annotation of an annotation of the file for an answer', () => {
    const { marks } = read([
      annotation(),
      {
        ...annotation(),
        id: 'http://example.org/anno/2',
        motivation: 'replying',
        bodyValue: 'It holds.',
        target: 'http://example.org/anno/1',
      },
      {
        ...annotation(),
        id: 'http://example.org/anno/3',
        motivation: 'assessing',
        body: text('resolved', 'assessing'),
        target: { id: 'http://example.org/anno/2' },
      },
    ])
    expect(marks.slice(1)).toMatchObject([
      { note: 'It holds.', place: null, replyTo: 'http://example.org/anno/1' },
      { place: null, replyTo: 'http://example.org/anno/2', verdict: 'resolved', isResolved: true },
    ])
  })

  it('leaves out a bad annotation alone', () => {
    const { marks, warnings } = read([annotation({ created: '2026-11-22' }), annotation({ id: 'x:2' })])
    expect(marks.map(({ id }) => id)).toEqual(['x:2'])
    expect(warnings).toEqual([
      'Annotation 1 (http://example.org/anno/1): its “created” “2026-11-22” is no date with a time and a zone; it was left out.',
    ])
  })

  it('reads Galley’s own export with names, notes, fields and places', () => {
    const { marks, warnings } = read(JSON.parse(jsonLdOf(harbourReport)))
    expect(warnings).toEqual([])
    expect(marks).toHaveLength(16)
    expect(marks[2]).toMatchObject({
      author: 'Jane Doe',
      created: '2026-11-20T09:02:00Z',
      tag: 'attribution',
      note: 'Who is this? We have a name on the record from the press office.',
      fields: { source: 'port authority official', kind: 'unnamed' },
      place: { position: { start: 239, end: 277, unit: 'code-point' } },
    })
  })
})

interface MustCase {
  readonly name: string
  readonly expect: 'valid' | 'invalid'
  readonly annotation: object
}
const cases: readonly MustCase[] = JSON.parse(
  materialIfPresent('w3c-web-annotation/must-cases.json') ?? '{"cases":[]}',
).cases

describe.skipIf(cases.length === 0)('the MUSTs of the model, as far as the material is here', () => {
  const reasons: Readonly<Record<string, string>> = {
    'wrong context': '@context',
    'id is not an IRI': '“annotation 7” is no IRI',
    'type in lower case': '“annotation”, not “Annotation”',
    'target object with neither id nor source': 'neither an id nor a source',
    'created is a date only': '“created” “2026-11-22” is no date',
    'modified is epoch milliseconds': '“modified” “1795336200000” is no date',
    'two canonical ids': 'more than one “canonical”',
    'exact is null': 'no text as “exact”',
    'start as string': 'no whole numbers as “start” and “end”',
    'selector of an invented type': '“ProseMirrorSelector”',
    'textual body without value': 'a textual body has no value',
  }
  it.each(cases.map((one) => [one.expect, one.name, one] as const))('%s: %s', (_, name, one) => {
    const result = readJsonld(JSON.stringify(one.annotation), 'case.json')
    expect(result.ok).toBe(one.expect === 'valid')
    if (!result.ok) expect(JSON.stringify(result.error)).toContain(reasons[name] ?? 'a reason')
  })
})
