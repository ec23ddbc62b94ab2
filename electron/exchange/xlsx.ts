import { strFromU8, strToU8, unzipSync } from 'fflate'
import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import { type Made, stemOf } from '../../shared/exchange/made.ts'
import type { ReportInput } from '../../shared/report/report-input.ts'
import { annotationsSheet } from './xlsx/annotations-sheet.ts'
import type { Cell, Sheet } from './xlsx/cells.ts'
import { numbersSheet } from './xlsx/numbers-sheet.ts'
import { sourcesSheet } from './xlsx/sources-sheet.ts'
import { zipOf } from './zip-parts.ts'

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const STRINGS = 'xl/sharedStrings.xml'

/**
 * Three sheets: the annotations, their sources, the numbers. Strings are strings, whatever they look like, so nothing
 * in it is ever run as a formula. The same input gives the same bytes.
 */
export async function xlsxReport(input: ReportInput): Promise<Made> {
  const { sheet, cut } = annotationsSheet(input)
  const sheets = [sheet, sourcesSheet(input), numbersSheet(input)]
  const texts: string[] = []
  const packed = await writeExcelFile(sheets.map((one) => asWritten(one, texts))).toBuffer()
  const parts = unzipSync(packed)
  const strings = parts[STRINGS]
  if (strings !== undefined) parts[STRINGS] = strToU8(withTexts(strFromU8(strings), texts))
  const name = `${stemOf(input.story.name)}.annotations.xlsx`
  return {
    name,
    files: [{ name, mediaType: MEDIA_TYPE, content: zipOf(parts) }],
    leftOut: cut === 0 ? [] : [{ kind: 'long-texts', count: cut }],
  }
}

/**
 * The library gets a name in the place of each text, and the texts are set in afterwards: it would drop characters
 * that XML allows, and takes `constructor` and its like for strings that it already has.
 */
function asWritten({ name, widths, rows }: Sheet, texts: string[]) {
  const named = (cell: Cell): Cell =>
    typeof cell?.value === 'string' ? { ...cell, value: `text ${texts.push(cell.value) - 1}` } : cell
  return {
    sheet: name,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    data: rows.map((row) => row.map(named)) as SheetData,
  }
}

function withTexts(strings: string, texts: readonly string[]): string {
  return strings.replace(/<t>text (\d+)<\/t>/g, (_, index) => {
    return `<t xml:space="preserve">${escaped(texts[Number(index)] ?? '')}</t>`
  })
}

/** As ECMA-376 part 1 has it in 22.9.2.19: a carriage return, which XML doesn't keep, by its code. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '_x000D_')
}
