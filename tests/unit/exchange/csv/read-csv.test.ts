import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../../shared/exchange/csv/read-csv.ts'
import type { ImportedSet } from '../../../../shared/exchange/imported.ts'
import { csvOf } from '../../../../shared/report/csv.ts'
import type { ReportInput } from '../../../../shared/report/report-input.ts'
import { CodePointIndex } from '../../../../shared/story/code-points.ts'
import { anyText } from '../../../helpers/annotation-arbitraries.ts'
import { reportOfImport } from '../../../helpers/imported.ts'
import { harbourReport, jane, okafor, reportInput } from '../../../helpers/report-input.ts'
import { story } from '../../../helpers/story.ts'

const read = (csv: string): ImportedSet => {
  const result = readCsv(csv, 'desk.csv')
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const failure = (csv: string) => {
  const result = readCsv(csv, 'desk.csv')
  return result.ok ? null : result.error
}

/** What a row of CSV holds of each annotation. */
function heldOf({ annotations, layers, story: { text } }: ReportInput): readonly unknown[] {
  const points = new CodePointIndex(text)
  return annotations
    .map(({ id, creator, tag, span, quote, note, created, modified, fields }) => ({
      id,
      author: layers.find(({ annotator }) => annotator === creator)?.name,
      tag,
      quote,
      position: span && { start: points.toCodePoint(span.start), end: points.toCodePoint(span.end) },
      note,
      created,
      modified,
      fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
const heldIn = ({ marks }: ImportedSet): readonly unknown[] =>
  marks
    .map(({ place, ...mark }) => ({
      ...mark,
      quote: place?.quote?.exact,
      position: place?.position && { start: place.position.start, end: place.position.end },
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))

const ROW = 'Jane Doe,fact,3,9,rained,Sure?,2026-11-20T09:00:00Z,M. Okafor\n'
const HEADER = 'annotator,tag,start,end,quote,note,created,field:source\n'

describe('CSV out and in again', () => {
  it('loses nothing of a story with everything', () => {
    const set = read(csvOf(harbourReport))
    expect(set.warnings).toEqual([])
    expect(heldIn(set)).toEqual(heldOf(harbourReport))
    const again = csvOf(reportOfImport(set, harbourReport.story, { tags: harbourReport.tags }))
    // Ids, times of change and revisions are made anew by an import; the rest of each row is the same.
    const rows = (csv: string) =>
      read(csv).marks.map(({ place, tag, note, fields, author }) =>
        JSON.stringify({ place, tag, note, fields, author }),
      )
    expect(rows(again)).toEqual(rows(csvOf(harbourReport)))
  })

  it('loses nothing of any note, field or name', () => {
    const sign = fc.constantFrom(
      "'",
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      '"',
      ',',
      ';',
      '🚧',
      'ع',
      'a',
      ' ',
      '\r\n',
    )
    const text = fc.oneof(fc.string({ unit: sign, maxLength: 12 }), anyText)
    const { story: rain } = story('It 🚧 rained on the ferry.')
    let marks = 0
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text, fc.constantFrom('rained', '🚧', 'It 🚧 rained')), {
          minLength: 1,
          maxLength: 4,
        }),
        text.filter((name) => name !== ''),
        (contents, name) => {
          const sketches = contents.map(([note, source, on], index) => ({
            by: index % 2 === 0 ? jane : okafor,
            tag: 'fact',
            on,
            note,
            fields: { source },
          }))
          const input = reportInput(rain, sketches)
          const named = {
            ...input,
            layers: input.layers.map((layer) => (layer.mine ? { ...layer, name } : layer)),
          }
          expect(heldIn(read(csvOf(named)))).toEqual(heldOf(named))
          marks += contents.length
        },
      ),
    )
    console.log(`CSV round trip: annotations=${marks} lost=0`)
  })
})

describe('a table that a spreadsheet saved', () => {
  const expected = {
    author: 'Jane Doe',
    tag: 'fact',
    note: 'Sure?',
    created: '2026-11-20T09:00:00Z',
    fields: { source: 'M. Okafor' },
    place: {
      quote: { exact: 'rained', prefix: '', suffix: '' },
      position: { start: 3, end: 9, unit: 'code-point' },
    },
  }
  it.each([
    ['with commas', HEADER + ROW],
    ['with semicolons', (HEADER + ROW).replaceAll(',', ';')],
    ['with tabs', (HEADER + ROW).replaceAll(',', '\t')],
    ['with CR LF and a mark in front', `\uFEFF${HEADER}${ROW}`.replaceAll('\n', '\r\n')],
    ['with CR', (HEADER + ROW).replaceAll('\n', '\r')],
    ['with empty rows and cells', `${HEADER.trim()},,\n,,,,,,,,\n${ROW}\n\n`],
    ['with the names in capitals', HEADER.toUpperCase().replace('SOURCE', 'source') + ROW],
  ])('%s', (_, csv) => {
    expect(read(csv).marks).toMatchObject([expected])
  })

  it('in another order, with columns missing and columns of its own', () => {
    const { marks, warnings } = read('quote;Remark;tag;Page\nrained;later;fact;4\n')
    expect(marks).toMatchObject([
      { tag: 'fact', author: null, place: { quote: { exact: 'rained' }, position: null } },
    ])
    expect(warnings).toEqual([
      'There are no columns “id”, “annotator”, “start”, “end”, “note”, “created”, “modified”.',
      'The columns “Remark”, “Page” are not Galley’s and were left out.',
    ])
  })

  it('leaves out a bad row alone, by the number that the spreadsheet shows', () => {
    const { marks, warnings } = read(
      `${HEADER}${ROW}\nJane Doe,fact,,,,Where?,,\nJane Doe,fact,nine,3,rained,,20.11.2026 10:04,\n`,
    )
    expect(marks).toHaveLength(2)
    expect(warnings.slice(1)).toEqual([
      'Row 4 has neither a quote nor a start and an end; it was left out.',
      'Row 5: its start and end are no offsets; it is looked for by its quote.',
      '1 date is not written as 2026-11-20T10:04:00Z and was left out.',
    ])
  })

  it.each([
    ['', { kind: 'import-empty' }],
    [
      'Just a story, in one line',
      { kind: 'import-foreign', detail: 'its first row names no column “quote”, nor “start” and “end”' },
    ],
    ['start,end\n', { kind: 'import-nothing' }],
    [
      'quote,tag\n,fact\n',
      { kind: 'import-nothing', detail: 'Row 2 has neither a quote nor a start and an end' },
    ],
  ])('refuses %j', (csv, expectedFailure) => {
    expect(failure(csv)).toMatchObject({ file: 'desk.csv', ...expectedFailure })
  })
})
