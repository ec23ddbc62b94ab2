import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readHypothesis } from '../../../../shared/exchange/hypothesis/read-hypothesis.ts'
import { hypothesisExport } from '../../../../shared/exchange/hypothesis/write-hypothesis.ts'
import type { ImportedSet } from '../../../../shared/exchange/imported.ts'
import type { ReportInput } from '../../../../shared/report/report-input.ts'
import type { AnnotationId, IsoTime, TagId } from '../../../../shared/units.ts'
import { reportOfImport } from '../../../helpers/imported.ts'
import { harbourReport, jane, okafor, reportInput } from '../../../helpers/report-input.ts'
import { story } from '../../../helpers/story.ts'

const golden = path.resolve(import.meta.dirname, '../../../golden')
const read = (value: unknown): ImportedSet => {
  const result = readHypothesis(JSON.stringify(value), 'bridge.json')
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const rowsOf = (input: ReportInput): readonly Record<string, unknown>[] =>
  JSON.parse(String(hypothesisExport(input).files[0]?.content)).annotations

const TEXT = 'Roadworks 🚧: the bridge reopens in May, Mayor Ana Ruiz said.'
const row = (more: object = {}) => ({
  id: 'gY9zLmk7Ee2tBw',
  created: '2026-11-20T09:30:00.123456+00:00',
  updated: '2026-11-20T09:41:00.654321+00:00',
  user: 'acct:d.kim@hypothes.is',
  user_info: { display_name: 'D. Kim' },
  uri: 'https://news.example/bridge',
  text: 'Date confirmed by the *works schedule*.',
  tags: ['fact', 'roads', 'May'],
  group: '__world__',
  permissions: { read: ['group:__world__'] },
  target: [
    {
      source: 'https://news.example/bridge',
      selector: [
        {
          type: 'RangeSelector',
          startContainer: '/p[1]',
          startOffset: 14,
          endContainer: '/p[1]',
          endOffset: 39,
        },
        { type: 'TextPositionSelector', start: 14, end: 39 },
        {
          type: 'TextQuoteSelector',
          exact: 'the bridge reopens in May',
          prefix: 'Roadworks 🚧: ',
          suffix: ', Mayor',
        },
      ],
    },
  ],
  document: { title: ['Bridge to reopen'] },
  links: { html: 'https://hypothes.is/a/gY9zLmk7Ee2tBw' },
  hidden: false,
  flagged: false,
  ...more,
})
const reply = row({
  id: 'r1',
  references: ['gone', 'gY9zLmk7Ee2tBw'],
  text: 'It holds.',
  tags: [],
  target: [{ source: 'https://news.example/bridge' }],
  user: 'acct:omar@hypothes.is',
  user_info: {},
})

describe('readHypothesis', () => {
  it.each<[string, unknown]>([
    [
      'an export file',
      {
        export_date: '2026-11-22T09:00:00Z',
        export_userid: 'x',
        client_version: '1',
        annotations: [row(), reply],
      },
    ],
    ['an answer of the search', { total: 2, rows: [row(), reply] }],
    ['an answer with replies apart', { total: 1, rows: [row()], replies: [reply] }],
    ['a list', [row(), reply]],
  ])('reads %s', (_, value) => {
    const { marks, warnings } = read(value)
    expect(warnings).toEqual([])
    expect(marks).toMatchObject([
      {
        id: 'gY9zLmk7Ee2tBw',
        author: 'D. Kim',
        created: '2026-11-20T09:30:00.123Z',
        modified: '2026-11-20T09:41:00.654Z',
        tag: 'fact',
        note: 'Date confirmed by the *works schedule*.',
        fields: {},
        place: {
          quote: { exact: 'the bridge reopens in May', prefix: 'Roadworks 🚧: ', suffix: ', Mayor' },
          position: { start: 14, end: 39, unit: 'utf-16' },
        },
      },
      { id: 'r1', author: 'omar', note: 'It holds.', place: null, replyTo: 'gY9zLmk7Ee2tBw' },
    ])
  })

  it('leaves out alone what is about no words, answers nothing here, or is there twice', () => {
    const { marks, warnings } = read([
      row(),
      row({ id: 'p1', target: [{ source: 'https://news.example/bridge' }] }),
      row({ id: 'r2', references: ['elsewhere'], target: [] }),
      row(),
      'gone',
    ])
    expect(marks).toHaveLength(1)
    expect(warnings).toEqual([
      'Annotation 2 is a note on the whole page; it was left out.',
      'Annotation 3 answers one that is not in the file; it was left out.',
      'Annotation 4 is there twice; the second was left out.',
      'Annotation 5 is no object; it was left out.',
    ])
  })

  it('takes words without offsets, and a highlight without tag and text', () => {
    const target = [{ source: 'x', selector: [{ type: 'TextQuoteSelector', exact: 'in May' }] }]
    expect(read([row({ target, tags: [], text: '' })]).marks[0]).toMatchObject({
      tag: '',
      note: '',
      place: { quote: { exact: 'in May', prefix: '', suffix: '' }, position: null },
    })
  })

  it.each<[string, object]>([
    ['', { kind: 'import-empty' }],
    ['{"annotations": [', { kind: 'import-json' }],
    [
      '{"annotations": "none"}',
      { kind: 'import-foreign', detail: 'it has neither “annotations” nor “rows”' },
    ],
    [
      '{"@context": "http://www.w3.org/ns/anno.jsonld"}',
      { kind: 'import-foreign', detail: 'it looks like Web Annotations (JSON-LD)' },
    ],
    ['[1, 2]', { kind: 'import-foreign', detail: 'its entries are not annotations of Hypothesis' }],
    ['{"rows": []}', { kind: 'import-nothing', detail: '' }],
    [
      '{"rows": [{"id": "a"}]}',
      { kind: 'import-nothing', detail: 'Annotation 1 is a note on the whole page' },
    ],
  ])('refuses %s', (raw, expected) => {
    const result = readHypothesis(raw, 'bridge.json')
    expect(result.ok ? null : result.error).toMatchObject({ file: 'bridge.json', ...expected })
  })
})

describe('hypothesisExport', () => {
  it('makes the file that lies in tests/golden, and says what it can’t hold', async () => {
    const made = hypothesisExport(harbourReport)
    expect(made.name).toBe('harbour-tunnel.hypothesis.json')
    await expect(made.files[0]?.content).toMatchFileSnapshot(path.join(golden, made.name))
    expect(made.leftOut).toEqual([
      { kind: 'fields', count: 6 },
      { kind: 'alternatives', count: 1 },
    ])
  })

  it('has what the sidebar asks of a file and takes of an annotation', () => {
    const file = JSON.parse(String(hypothesisExport(harbourReport).files[0]?.content))
    expect(Array.isArray(file.annotations)).toBe(true)
    for (const one of file.annotations) {
      expect(one).toMatchObject({
        uri: expect.any(String),
        text: expect.any(String),
        user_info: { display_name: expect.any(String) },
      })
      expect(one.user).toMatch(/^acct:[^@\s]+@/)
      expect(one.target[0].source).toBe(one.uri)
      expect(one.target[0].selector.at(-1)).toMatchObject({ type: 'TextQuoteSelector' })
    }
  })

  it('uses the address at which the story was published, if it says one', () => {
    const { story: dated } = story('Rain.', { meta: { url: 'https://news.example/rain' } })
    const mark = { by: jane, tag: 'fact', on: 'Rain' }
    expect(rowsOf(reportInput(dated, [mark]))[0]?.uri).toBe('https://news.example/rain')
    expect(rowsOf(reportInput(story('Rain.').story, [mark]))[0]?.uri).toMatch(
      /^urn:galley:story:[0-9a-f]{64}$/,
    )
  })

  it('writes answers with all that they answer, the verdict as a tag', () => {
    const id = (n: number) => `urn:uuid:4e91a000-0000-4000-8000-00000000000${n}` as AnnotationId
    const first = harbourReport.annotations[3]?.id ?? id(9)
    const at = '2026-11-20T11:00:00Z' as IsoTime
    const replies = [
      {
        id: id(1),
        creator: okafor,
        to: first,
        verdict: 'disputes',
        note: 'The log says 39,000.',
        created: at,
        modified: at,
      },
      { id: id(2), creator: okafor, to: id(1), verdict: null, note: 'Page 5.', created: at, modified: at },
    ] as const
    const rows = rowsOf({ ...harbourReport, replies })
    const plain = first.replace('urn:uuid:', '')
    expect(rows.slice(-2)).toMatchObject([
      {
        references: [plain],
        tags: ['disputes'],
        text: 'The log says 39,000.',
        user_info: { display_name: 'M. Okafor' },
      },
      { references: [plain, '4e91a000-0000-4000-8000-000000000001'], tags: [], text: 'Page 5.' },
    ])
    expect(read({ annotations: rows }).marks.at(-1)).toMatchObject({
      replyTo: '4e91a000-0000-4000-8000-000000000001',
    })
    expect(
      rowsOf({ ...harbourReport, replies, choice: { ...harbourReport.choice, notes: false } }),
    ).toHaveLength(16)
  })

  it('gives back what Hypothesis takes of what came from there', () => {
    const [out] = rowsOf(reportOfImport(read([row()]), story(TEXT).story))
    const { id, uri, text, tags, group, document, user_info } = row()
    expect(out).toMatchObject({ id, uri, text, tags, group, document, user_info })
    const selectors = (one: unknown) =>
      read([one]).marks.map(({ place }) => [place?.quote?.exact, place?.position])
    expect(selectors(out)).toEqual(selectors(row()))
    expect(JSON.stringify(out)).toContain('startContainer')
  })

  it('keeps the tag that it came with beside the one that a person chose', () => {
    const input = reportOfImport(read([row()]), story(TEXT).story)
    const annotations = input.annotations.map((one) => ({ ...one, tag: 'assessment' as TagId }))
    expect(rowsOf({ ...input, annotations })[0]?.tags).toEqual(['assessment', 'fact', 'roads', 'May'])
  })
})
