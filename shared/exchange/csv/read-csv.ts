import Papa from 'papaparse'
import type { ImportFailure } from '../../failure.ts'
import { fromCsvCell } from '../../report/csv.ts'
import { err, ok, type Result } from '../../result.ts'
import type { ImportedMark, ImportedPlace, ImportedSet } from '../imported.ts'
import { plainInput } from '../input.ts'
import { timeIn } from '../time-in.ts'
import { fewWarnings } from '../warnings.ts'
import { columnsOf } from './columns.ts'
import { formOf } from './form.ts'

/**
 * Reads a table with the columns of Galley's CSV, in any order and as spreadsheets save it again: with commas,
 * semicolons or tabs, any line end, with or without a byte order mark. The apostrophe before what would be a formula is
 * taken off. Rows count as a spreadsheet shows them, the header is row 1.
 *
 * @param raw the decoded file. @param name its name, for failures
 */
export function readCsv(raw: string, name: string): Result<ImportedSet, ImportFailure> {
  const plain = plainInput(raw, name)
  if (!plain.ok) return plain
  const { data } = Papa.parse<string[]>(plain.value, { ...formOf(plain.value), quoteChar: '"' })
  const [header = [], ...rows] = data
  const columns = columnsOf(header)
  if (typeof columns === 'string') {
    return err({ kind: 'import-foreign', file: name, format: 'csv', detail: columns })
  }
  const warnings = [...columns.warnings]
  const marks: ImportedMark[] = []
  const taken = new Set<string>()
  let lostTimes = 0
  let refused: string | undefined
  for (const [index, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const row = index + 2
    const cell = (column: string): string => {
      const at = columns.at.get(column)
      return at === undefined ? '' : fromCsvCell(cells[at] ?? '')
    }
    const place = placeOf(cell('quote'), cell('start'), cell('end'))
    if (place === null) {
      refused ??= `Row ${row} has neither a quote nor a start and an end`
      warnings.push(`Row ${row} has neither a quote nor a start and an end; it was left out.`)
      continue
    }
    if (place.position === null && cell('start') + cell('end') !== '') {
      warnings.push(`Row ${row}: its start and end are no offsets; it is looked for by its quote.`)
    }
    const times = [cell('created'), cell('modified')]
    lostTimes += times.filter((time) => time !== '' && timeIn(time) === null).length
    const own = cell('id')
    const id = own === '' || taken.has(own) ? `${own}#${row}` : own
    taken.add(id)
    marks.push({
      id,
      author: cell('annotator') || null,
      created: timeIn(times[0]),
      modified: timeIn(times[1]),
      tag: cell('tag'),
      note: cell('note'),
      fields: Object.fromEntries(
        columns.fields
          .map((field) => [field, cell(`field:${field}`)] as const)
          .filter(([, value]) => value !== ''),
      ),
      place,
    })
  }
  if (marks.length === 0) {
    return err({ kind: 'import-nothing', file: name, detail: refused ?? '' })
  }
  const times = lostTimes > 0 ? [timesWarning(lostTimes)] : []
  return ok({ marks, warnings: [...fewWarnings(warnings), ...times] })
}

function timesWarning(count: number): string {
  return count === 1
    ? '1 date is not written as 2026-11-20T10:04:00Z and was left out.'
    : `${count} dates are not written as 2026-11-20T10:04:00Z and were left out.`
}

const WHOLE = /^\d{1,15}$/

/** Offsets count code points. null: the row says nothing. */
function placeOf(exact: string, start: string, end: string): ImportedPlace | null {
  const isRange = WHOLE.test(start) && WHOLE.test(end) && Number(start) < Number(end)
  if (exact === '' && !isRange) return null
  return {
    quote: exact === '' ? null : { exact, prefix: '', suffix: '' },
    position: isRange ? { start: Number(start), end: Number(end), unit: 'code-point' } : null,
  }
}
