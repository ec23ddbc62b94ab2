import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { xlsxReport } from '../../../electron/exchange/xlsx.ts'
import { xmlText } from '../../../electron/exchange/xml-text.ts'
import { annotationTable } from '../../../shared/report/csv.ts'
import type { ReportInput } from '../../../shared/report/report-input.ts'
import { anyText } from '../../helpers/annotation-arbitraries.ts'
import { harbourThreads } from '../../helpers/replies.ts'
import { harbourReport, jane, reportInput } from '../../helpers/report-input.ts'
import { storyOfBlocks } from '../../helpers/story-of-blocks.ts'
import { partsOf } from '../../helpers/word-document.ts'
import { type ReadCell, type ReadSheet, readWorkbook } from '../../helpers/workbook.ts'

const contentOf = async (input: ReportInput): Promise<Uint8Array> => {
  const content = (await xlsxReport(input)).files[0]?.content
  if (!(content instanceof Uint8Array)) throw new Error('no bytes')
  return content
}
const sheetsOf = async (input: ReportInput) => readWorkbook(await contentOf(input))
const sheetOf = async (input: ReportInput, name: string): Promise<ReadSheet> => {
  const sheet = (await sheetsOf(input)).find((one) => one.name === name)
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return sheet
}
/** The rows below the header, each by the names of the columns. */
const recordsOf = ({ rows: [header = [], ...rows] }: ReadSheet) =>
  rows.map((row) => Object.fromEntries(header.map((column, index) => [String(column), row[index] ?? null])))

const withNote = (note: string) =>
  reportInput(storyOfBlocks('a.txt', [{ kind: 'paragraph', text: 'The mayor resigned.' }]), [
    { by: jane, tag: 'fact', on: 'mayor', note },
  ])

describe('the workbook', () => {
  it('has three sheets whose headers stay in sight, and no formula', async () => {
    const made = await xlsxReport(harbourThreads)
    expect({ name: made.name, leftOut: made.leftOut }).toEqual({
      name: 'harbour-tunnel.annotations.xlsx',
      leftOut: [],
    })
    const sheets = await sheetsOf(harbourThreads)
    expect(sheets.map(({ name, frozen, formulas }) => [name, frozen, formulas])).toEqual([
      ['Annotations', 1, 0],
      ['Sources', 1, 0],
      ['Numbers', 1, 0],
    ])
    expect(partsOf(await contentOf(harbourThreads))).toEqual(partsOf(await contentOf(harbourThreads)))
  })

  it('has a row for each annotation with real numbers and dates, and the answers to it', async () => {
    const sheet = await sheetOf(harbourThreads, 'Annotations')
    const { columns } = annotationTable(harbourThreads)
    expect(sheet.rows[0]).toEqual([...columns, 'replies', 'thread', 'other versions'])
    const records = recordsOf(sheet)
    expect(records).toHaveLength(harbourThreads.annotations.length)
    const official = records.find(({ quote }) => quote === 'according to a port authority official')
    expect(official).toMatchObject({
      annotator: 'Jane Doe',
      tag: 'attribution',
      revision: { number: 3 },
      'field:source': 'port authority official',
      replies: 'M. Okafor: [ASKS] Can we use the name?\nLind would know.\nJane Doe: نعم، الاسم معروف.',
      thread: 'open',
      'other versions': 'attribution · Name on record?',
    })
    // 20 November 2026 is day 46346 of Excel's count.
    expect(official?.created).toEqual({
      number: expect.closeTo(46346 + (9 * 60 + 2) / 1440, 6),
      format: 'yyyy-mm-dd hh:mm:ss',
    })
    expect(records.filter(({ thread }) => thread === 'resolved')).toHaveLength(1)
    expect(records.at(-1)).toMatchObject({ status: 'orphan', start: null, end: null })
  })

  it('lists every source with how often, by name or not, and where', async () => {
    const { story } = harbourReport
    const more = (on: string, fields: Readonly<Record<string, string>>) => ({
      by: jane,
      tag: 'attribution',
      on,
      fields,
    })
    const input = reportInput(story, [
      more('according to a port authority official', { source: 'Port authority official', kind: 'unnamed' }),
      more('two engineers briefed on the review said', {
        source: 'port  authority official ',
        kind: 'named',
      }),
      { by: jane, tag: 'fact', on: 'The draft budget', fields: { source: 'Draft budget', kind: 'leak' } },
      more('said Mara Lind', {}),
      { by: jane, tag: 'fact', on: 'Four of the six pumps' },
    ])
    const records = recordsOf(await sheetOf(input, 'Sources'))
    const count = (number: number) => ({ number, format: '' })
    expect(records).toMatchObject([
      {
        source: 'Port authority official',
        times: count(2),
        named: count(1),
        unnamed: count(1),
        leak: count(0),
        tags: 'Attribution',
        annotators: 'Jane Doe',
        paragraphs: '1, 2',
        'first words': 'according to a port authority official',
      },
      { source: 'Draft budget', times: count(1), leak: count(1), tags: 'Fact', paragraphs: '8' },
      { source: '(no source filled in)', times: count(1), 'first words': 'said Mara Lind' },
    ])
  })

  it('counts by tag and annotator, and says how much of the body is marked', async () => {
    const { rows } = await sheetOf(harbourReport, 'Numbers')
    const numbersIn = (first: string, second: string | null): readonly (number | null)[] =>
      (rows.find(([of, which]) => of === first && (which ?? null) === second) ?? [])
        .slice(2)
        .map((cell: ReadCell) => (typeof cell === 'object' && cell !== null ? cell.number : null))
    expect(numbersIn('all', null).slice(0, 3)).toEqual([16, 1, 1])
    expect(numbersIn('tag', 'Fact').slice(0, 2)).toEqual([7, 1])
    expect(numbersIn('annotator', 'M. Okafor').slice(5)).toEqual([3, 0, 2, 0, 1])
    const [sentences] = numbersIn('sentences of the body', null)
    const [marked] = numbersIn('sentences marked', null)
    expect(numbersIn('coverage', null)).toEqual([Number(marked) / Number(sentences)])
    expect(rows.find(([of]) => of === 'coverage')?.[2]).toMatchObject({ format: '0.0%' })
  })

  it('leaves out notes, fields and answers where they are not wanted', async () => {
    const input = { ...harbourThreads, choice: { ...harbourThreads.choice, notes: false } }
    const strings = partsOf(await contentOf(input)).get('xl/sharedStrings.xml')
    for (const words of ['Who is this?', 'Name on record?', 'Draft budget', 'Can we use the name?']) {
      expect(strings).not.toContain(words)
    }
  })

  it.each([
    '=HYPERLINK("http://x.example")',
    '+1',
    '-1',
    '@SUM(A1)',
    "'=1",
    '\t=1',
    '1971',
    '2026-11-20',
    '_x0041_ and _X005f_',
    'constructor',
    '__proto__',
    'toString',
    ' blank \n lines ',
    '<v>&amp;',
    'text 3',
    'two\r\nlines\ufffd\u0085',
  ])('keeps %j as it was written', async (note) => {
    const [record] = recordsOf(await sheetOf(withNote(note), 'Annotations'))
    expect(record).toMatchObject({ note })
  })

  it('keeps any text but what XML has no form for', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (note) => {
        const [record] = recordsOf(await sheetOf(withNote(note), 'Annotations'))
        expect(record?.note ?? '').toBe(xmlText(note))
      }),
      { numRuns: 50 },
    )
  })

  it('cuts what no cell can hold, and says so', async () => {
    const input = withNote('ä'.repeat(40_000))
    const [record] = recordsOf(await sheetOf(input, 'Annotations'))
    expect(record?.note).toHaveLength(32_767)
    expect(String(record?.note).endsWith('ä…')).toBe(true)
    expect((await xlsxReport(input)).leftOut).toEqual([{ kind: 'long-texts', count: 1 }])
  })

  it('writes a time that is none as it stands', async () => {
    const [annotation] = withNote('').annotations
    if (annotation === undefined) throw new Error('no annotation')
    const broken = { ...annotation, created: '2026-02-31T99:00:00Z' as typeof annotation.created }
    const [record] = recordsOf(await sheetOf({ ...withNote(''), annotations: [broken] }, 'Annotations'))
    expect(record?.created).toBe('2026-02-31T99:00:00Z')
  })
})
