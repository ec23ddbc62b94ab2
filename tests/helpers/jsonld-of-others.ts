import type { ImportedSet } from '../../shared/exchange/imported.ts'
import { readJsonld } from '../../shared/exchange/jsonld/read-jsonld.ts'
import { jsonldExport } from '../../shared/exchange/jsonld/write-jsonld.ts'
import type { ReportInput } from '../../shared/report/report-input.ts'
import type { Reply } from '../../shared/review/reply.ts'
import type { AnnotationId, IsoTime } from '../../shared/units.ts'
import { reportOfImport } from './imported.ts'
import { harbourReport, okafor } from './report-input.ts'
import { story } from './story.ts'

/** The story that {@link OTHERS} is about. */
export const TEXT =
  'On Monday 🚧 the city closed nine bridges on Monday, this is an anotation that has some mistakes.'
/** What Galley reads in a file with this value. */
export const readValue = (value: unknown): ImportedSet => {
  const result = readJsonld(JSON.stringify(value), 'desk.jsonld')
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
/** The annotations of an export. */
export const itemsOf = (input: ReportInput): readonly Record<string, unknown>[] =>
  JSON.parse(String(jsonldExport(input).files[0]?.content)).first.items
/** The annotations that go out after these came in; `change` is what a person did between. */
export const back = (value: unknown, change: (input: ReportInput) => ReportInput = (same) => same) =>
  itemsOf(change(reportOfImport(readValue(value), story(TEXT).story)))

/** Every value of `before` that `after` has no more, by its path; a single value and a list of it are the same. */
export function lost(before: unknown, after: unknown, path = ''): readonly string[] {
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

/** An annotation of another program, with much that Galley has no word for. */
export const OTHERS = {
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
/** An answer to {@link OTHERS}, and one to that. */
export const ANSWERS = [
  {
    '@context': OTHERS['@context'],
    id: 'http://example.org/anno/8',
    type: 'Annotation',
    motivation: ['replying', 'ex:checking'],
    creator: { id: 'http://example.org/max', type: 'Person', name: 'Max Roe', nickname: 'mr' },
    created: '2026-11-20T11:00:00.5+01:00',
    rights: 'https://creativecommons.org/licenses/by/4.0/',
    'ex:seen': { 'ex:by': ['Jane', 'Ruth'] },
    body: [
      { type: 'TextualBody', purpose: 'replying', value: 'The list is on p. 4.', language: 'en' },
      { type: 'TextualBody', purpose: 'tagging', value: 'page 4' },
      'http://example.org/list',
    ],
    target: ['http://example.org/page2', { id: OTHERS.id, type: 'Annotation', 'ex:part': 'the number' }],
  },
  {
    '@context': OTHERS['@context'],
    id: 'http://example.org/anno/9',
    type: 'Annotation',
    motivation: 'assessing',
    creator: 'http://example.org/jane',
    generator: 'http://example.org/tool',
    body: { type: 'TextualBody', purpose: 'assessing', value: 'agrees', 'ex:sure': true },
    target: 'http://example.org/anno/8',
  },
]
/** A value with the prefix of {@link OTHERS} spelled out. */
export const plainNames = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll('"ex:', '"http://example.org/ns#'))

/** Answers to an annotation of {@link harbourReport}, and to that answer. */
export const harbourReplies: readonly Reply[] = [
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
