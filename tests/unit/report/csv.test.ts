import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvOf, fromCsvCell, toCsvCell } from '../../../shared/report/csv.ts'
import { harbourReport, jane, reportInput } from '../../helpers/report-input.ts'
import { story } from '../../helpers/story.ts'

const parsed = (csv: string) =>
  Papa.parse<Record<string, string>>(csv, {
    header: true,
    skipEmptyLines: true,
    delimiter: ',',
    newline: '\r\n',
  })

describe('csvOf', () => {
  it('begins with a byte order mark and ends every line with CR LF', () => {
    const csv = csvOf(harbourReport)
    expect(csv.startsWith('\uFEFFid,story,annotator,')).toBe(true)
    expect(csv.endsWith('\r\n')).toBe(true)
    expect(csv.replaceAll('\r\n', '').includes('\r')).toBe(false)
  })

  it('has one row per annotation in reading order, the orphan last and without a place', () => {
    const { data, errors } = parsed(csvOf(harbourReport))
    expect(errors).toEqual([])
    expect(data).toHaveLength(harbourReport.annotations.length)
    expect(data.at(-1)).toMatchObject({
      status: 'orphan',
      start: '',
      end: '',
      quote: 'nobody was hurt, the authority said',
    })
    expect(data[2]).toEqual({
      id: 'urn:uuid:5eedf00d-0000-4000-8000-000000000003',
      story: 'harbour-tunnel.md',
      annotator: 'Jane Doe',
      tag: 'attribution',
      start: '239',
      end: '277',
      quote: 'according to a port authority official',
      note: 'Who is this? We have a name on the record from the press office.',
      status: 'placed',
      created: '2026-11-20T09:02:00Z',
      modified: '2026-11-20T10:02:30Z',
      revision: '3',
      'field:status': '',
      'field:source': 'port authority official',
      'field:whose': '',
      'field:kind': 'unnamed',
      'field:credit': '',
      'field:date': '',
    })
  })

  it('counts offsets in code points, so that they fit the text that is printed', () => {
    const { story: emoji } = story('🚦🚦 red')
    const [row] = parsed(csvOf(reportInput(emoji, [{ by: jane, tag: 'fact', on: 'red' }]))).data
    expect([...emoji.text].slice(Number(row?.start), Number(row?.end)).join('')).toBe('red')
  })

  it('has a column for a field that only an annotation knows', () => {
    const { story: short } = story('Rain')
    const csv = csvOf(reportInput(short, [{ by: jane, tag: 'fact', on: 'Rain', fields: { page: '4' } }]))
    expect(parsed(csv).data[0]).toMatchObject({ 'field:page': '4' })
  })

  it('brings back any note through a parser', () => {
    const { story: short } = story('Rain')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (note) => {
        const [row] = parsed(csvOf(reportInput(short, [{ by: jane, tag: 'fact', on: 'Rain', note }]))).data
        expect(fromCsvCell(row?.note ?? '')).toBe(note)
      }),
    )
  })
})

describe('toCsvCell', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    ["it's", "it's"],
    ["'quoted'", "'quoted'"],
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-12 cm', "'-12 cm"],
    ['@desk', "'@desk"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ["'=1", "''=1"],
    ["''=1", "'''=1"],
    ['– said Lind', '– said Lind'],
  ])('writes %j as %j', (value, cell) => {
    expect(toCsvCell(value)).toBe(cell)
  })

  it('is undone by fromCsvCell, and leaves nothing that a spreadsheet would run', () => {
    const sign = fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a', ' ')
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: sign })), (value) => {
        expect(fromCsvCell(toCsvCell(value))).toBe(value)
        expect(toCsvCell(value)).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})
