import { describe, expect, it } from 'vitest'
import { readJsonld } from '../../../../shared/exchange/jsonld/read-jsonld.ts'
import { jsonLdOf } from '../../../../shared/report/jsonld.ts'
import { readValue } from '../../../helpers/jsonld-of-others.ts'
import { harbourReport } from '../../../helpers/report-input.ts'
import { ANNO, onlyMark, webAnnotation } from '../../../helpers/web-annotation.ts'

const failure = (raw: string) => {
  const result = readJsonld(raw, 'desk.jsonld')
  return result.ok ? null : result.error
}

describe('what readJsonld takes for a file of annotations', () => {
  const one = webAnnotation()
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
    expect(readValue(value).marks.map(({ id, place }) => [id, place?.quote?.exact])).toEqual([
      ['http://example.org/anno/1', 'nine bridges'],
    ])
  })

  it('names a page that is only an address', () => {
    const { marks, warnings } = readValue({
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

describe('what a mark says', () => {
  const said = (more: object) => {
    const { tag, note, fields, author } = onlyMark(webAnnotation(more))
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
    const { marks } = readValue([
      webAnnotation(),
      {
        ...webAnnotation(),
        id: 'http://example.org/anno/2',
        motivation: 'replying',
        bodyValue: 'It holds.',
        target: 'http://example.org/anno/1',
      },
      {
        ...webAnnotation(),
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
    const { marks, warnings } = readValue([
      webAnnotation({ created: '2026-11-22' }),
      webAnnotation({ id: 'x:2' }),
    ])
    expect(marks.map(({ id }) => id)).toEqual(['x:2'])
    expect(warnings).toEqual([
      'Annotation 1 (http://example.org/anno/1): its “created” “2026-11-22” is no date with a time and a zone; it was left out.',
    ])
  })

  it('reads Galley’s own export with names, notes, fields and places', () => {
    const { marks, warnings } = readValue(JSON.parse(jsonLdOf(harbourReport)))
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
