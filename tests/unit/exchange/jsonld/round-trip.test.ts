import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import type { ImportedSet } from '../../../../shared/exchange/imported.ts'
import { readJsonld } from '../../../../shared/exchange/jsonld/read-jsonld.ts'
import { jsonldExport } from '../../../../shared/exchange/jsonld/write-jsonld.ts'
import type { ReportInput } from '../../../../shared/report/report-input.ts'
import type { Reply } from '../../../../shared/review/reply.ts'
import type { AnnotationId, IsoTime } from '../../../../shared/units.ts'
import { reportOfImport } from '../../../helpers/imported.ts'
import { materialIfPresent } from '../../../helpers/material.ts'
import { harbourReport, okafor } from '../../../helpers/report-input.ts'
import { story } from '../../../helpers/story.ts'

const TEXT =
  'On Monday 🚧 the city closed nine bridges on Monday, this is an anotation that has some mistakes.'
const read = (value: unknown): ImportedSet => {
  const result = readJsonld(JSON.stringify(value), 'desk.jsonld')
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const itemsOf = (input: ReportInput): readonly Record<string, unknown>[] =>
  JSON.parse(String(jsonldExport(input).files[0]?.content)).first.items
const back = (value: unknown, change: (input: ReportInput) => ReportInput = (same) => same) =>
  itemsOf(change(reportOfImport(read(value), story(TEXT).story)))

/** Every value of `before` that `after` has no more, by its path; a single value and a list of it are the same. */
function lost(before: unknown, after: unknown, path = ''): readonly string[] {
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])
  if (Array.isArray(before) || Array.isArray(after)) {
    return list(before).flatMap((one, at) =>
      list(after).some((other) => lost(one, other).length === 0) ? [] : [`${path}[${at}]`],
    )
  }
  if (typeof before !== 'object' || before === null) return before === after ? [] : [path]
  if (typeof after !== 'object' || after === null) return [path]
  return Object.entries(before).flatMap(([name, value]) =>
    Object.hasOwn(after, name)
      ? lost(value, Reflect.get(after, name), `${path}.${name}`)
      : [`${path}.${name}`],
  )
}

const OTHERS = {
  '@context': ['http://www.w3.org/ns/anno.jsonld', { ex: 'http://example.org/ns#' }],
  id: 'http://example.org/anno/7',
  type: 'Annotation',
  motivation: ['tagging', 'commenting', 'ex:checking'],
  creator: {
    id: 'http://example.org/jane',
    type: 'Person',
    name: 'Jane Doe',
    nickname: 'jd',
    email_sha1: '58bad',
  },
  created: '2026-11-20T10:00:00.25+01:00',
  generator: { id: 'http://example.org/tool', type: 'SoftwareAgent', name: 'Code v2.1' },
  rights: 'https://creativecommons.org/licenses/by/4.0/',
  canonical: 'urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df',
  'ex:desk': { 'ex:floor': 3 },
  body: [
    { type: 'TextualBody', purpose: 'tagging', value: 'claim', language: 'en' },
    { type: 'TextualBody', purpose: 'tagging', value: 'bridges' },
    {
      id: 'http://example.org/b1',
      type: 'TextualBody',
      purpose: 'commenting',
      value: 'Which nine?',
      format: 'text/plain',
    },
    'http://example.org/dossier',
    { type: 'SpecificResource', purpose: 'linking', source: 'http://example.org/map' },
  ],
  target: [
    {
      source: { id: 'http://example.org/page', type: 'Text', format: 'text/html' },
      state: { type: 'TimeState', sourceDate: '2026-11-20T09:00:00Z' },
      styleClass: 'red',
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: 'nine bridges',
          prefix: 'closed ',
          suffix: ' on',
          'ex:by': 'hand',
        },
        { type: 'TextPositionSelector', start: 28, end: 40 },
        { type: 'XPathSelector', value: '/html/body/p[2]' },
        { type: 'FragmentSelector', value: 'p2', conformsTo: 'http://tools.ietf.org/rfc/rfc3236' },
      ],
    },
    'http://example.org/page2',
  ],
}
const plainNames = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll('"ex:', '"http://example.org/ns#'))

describe('JSON-LD in and out again', () => {
  const examples = ['anno12', 'anno22', 'anno23'].flatMap((name) => {
    const raw = materialIfPresent(`w3c-web-annotation/examples/${name}.json`)
    return raw === null ? [] : [[name, JSON.parse(raw)] as const]
  })
  const pairs: readonly (readonly [string, Record<string, unknown>])[] = [['of others', OTHERS], ...examples]

  it('loses nothing that others wrote', () => {
    let members = 0
    for (const [name, value] of pairs) {
      const { '@context': _context, ...there } = plainNames(value) as Record<string, unknown>
      const again = back(value)
      expect(again).toHaveLength(1)
      expect([name, lost(there, again[0])]).toEqual([name, []])
      members += JSON.stringify(there).match(/":/g)?.length ?? 0
    }
    console.log(
      `JSON-LD round trip: annotations=${pairs.length} members=${members} lost=0${examples.length === 0 ? ' (without the shared material)' : ''}`,
    )
  })

  it('would tell a loss', () => {
    expect(lost(OTHERS, { ...OTHERS, rights: undefined, body: OTHERS.body.slice(1) })).toEqual([
      '.rights',
      '.body[0]',
    ])
  })

  it('writes what a person changed, and leaves the rest', () => {
    const [item] = back(OTHERS, (input) => ({
      ...input,
      annotations: input.annotations.map((one) => ({
        ...one,
        tag: 'fact' as typeof one.tag,
        note: 'All nine are named on p. 4.',
        modified: '2026-11-21T08:00:00Z' as IsoTime,
      })),
    }))
    expect(item).toMatchObject({
      id: 'http://example.org/anno/7',
      motivation: ['classifying', 'commenting', 'tagging', 'http://example.org/ns#checking'],
      created: '2026-11-20T10:00:00.25+01:00',
      modified: '2026-11-21T08:00:00Z',
    })
    expect(item?.body).toEqual([
      { type: 'TextualBody', purpose: 'classifying', value: 'fact' },
      {
        type: 'TextualBody',
        purpose: 'commenting',
        value: 'All nine are named on p. 4.',
        format: 'text/plain',
      },
      ...[OTHERS.body[0], OTHERS.body[1], OTHERS.body[3], OTHERS.body[4]],
    ])
  })

  it('says the new place of a mark that moved, and keeps the old one of an orphan', () => {
    const moved = `Correction. ${TEXT}`
    const set = read(OTHERS)
    const [item] = itemsOf(reportOfImport(set, story(moved).story))
    expect(item?.target).toMatchObject([
      {
        selector: [{ exact: 'nine bridges', prefix: 'closed ' }, { start: 40, end: 52 }, {}, {}],
      },
      'http://example.org/page2',
    ])
    const [orphan] = itemsOf(reportOfImport(set, story('Another story.').story))
    expect(orphan?.target).toMatchObject([
      { selector: [{}, { start: 28, end: 40 }, {}, {}] },
      'http://example.org/page2',
    ])
  })

  it('gives no note of others away where none are wanted', () => {
    const without = back(OTHERS, (input) => ({ ...input, choice: { ...input.choice, notes: false } }))
    expect(JSON.stringify(without)).not.toMatch(/Which nine|dossier|floor/)
  })

  it('keeps two annotations apart that came from one file twice', () => {
    const ids = back(OTHERS, (input) => ({
      ...input,
      annotations: input.annotations.flatMap((one) => [one, { ...one, id: `${one.id}b` as AnnotationId }]),
    })).map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
  })
})

const replies: readonly Reply[] = [
  {
    id: 'urn:uuid:4e91a000-0000-4000-8000-000000000001' as AnnotationId,
    creator: okafor,
    to: harbourReport.annotations[3]?.id ?? ('' as AnnotationId),
    verdict: 'disputes',
    note: 'The log says 39,000.',
    created: '2026-11-20T11:00:00Z' as IsoTime,
    modified: '2026-11-20T11:00:00Z' as IsoTime,
  },
  {
    id: 'urn:uuid:4e91a000-0000-4000-8000-000000000002' as AnnotationId,
    creator: okafor,
    to: 'urn:uuid:4e91a000-0000-4000-8000-000000000001' as AnnotationId,
    verdict: null,
    note: 'Page 5, not 4.',
    created: '2026-11-20T11:05:00Z' as IsoTime,
    modified: '2026-11-20T11:05:00Z' as IsoTime,
  },
]

describe('answers', () => {
  it('are items of their own that come back as answers', () => {
    const input = { ...harbourReport, replies }
    const again = read(JSON.parse(String(jsonldExport(input).files[0]?.content))).marks.slice(-2)
    expect(again).toMatchObject([
      { author: 'M. Okafor', verdict: 'disputes', note: 'The log says 39,000.', replyTo: replies[0]?.to },
      { author: 'M. Okafor', note: 'Page 5, not 4.', replyTo: replies[1]?.to },
    ])
    expect(itemsOf({ ...input, choice: { ...input.choice, notes: false } })).toHaveLength(16)
  })
})

const schema = materialIfPresent('w3c-web-annotation/wadm-must.restated.schema.json')
describe.skipIf(schema === null)('with the schema of the shared material', () => {
  it('each item of every export is valid, whatever was imported before', () => {
    const validate = new Ajv({ strict: false }).compile(JSON.parse(schema ?? '{}'))
    const sloppy = [
      OTHERS,
      {
        type: 'Annotation',
        id: '#7',
        creator: 'Jane Doe',
        body: 'Sure about that?',
        target: { source: 'page.html', selector: { type: 'TextQuoteSelector', exact: 'nine bridges' } },
      },
      {
        type: 'Annotation',
        id: 'x:8',
        body: [{}, { type: 'TextualBody', value: 'No.' }],
        target: {
          id: 'x:y',
          selector: [
            { type: 'TextPositionSelector', start: 3, end: 9 },
            { type: 'PageSelector', index: 2 },
          ],
        },
      },
      {
        type: 'Annotation',
        id: 'x:9',
        created: '2026-11-20 10:00:00',
        target: 'http://example.org/whole-page',
        body: 'http://example.org/b',
      },
      { type: 'Annotation', id: '#10', target: 'http://example.org/whole-page' },
    ]
    const items = [...itemsOf({ ...harbourReport, replies }), ...back(sloppy)]
    expect(items).toHaveLength(21)
    for (const item of items)
      expect([item.id, validate(item), validate.errors]).toEqual([item.id, true, null])
  })
})
