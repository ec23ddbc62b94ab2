import Papa from 'papaparse'
import type { Annotation } from '../annotation/annotation.ts'
import { CodePointIndex } from '../story/code-points.ts'
import type { AnnotationId } from '../units.ts'
import { annotatorName, chosenAnnotations, type ReportInput } from './report-input.ts'
import { fieldsOf } from './report-tags.ts'

const COLUMNS = [
  'id',
  'story',
  'annotator',
  'tag',
  'start',
  'end',
  'quote',
  'note',
  'status',
  'created',
  'modified',
  'revision',
] as const

// Excel takes a file without it for the system's 8-bit encoding.
const BYTE_ORDER_MARK = '\uFEFF'

/** A cell that a spreadsheet would run as a formula, also after it lost some of our apostrophes. */
const FORMULA = /^'*[=+\-@\t\r]/

/** A row per annotation, as a CSV and a workbook have it. */
export interface AnnotationTable {
  readonly columns: readonly string[]
  /** In reading order, orphans last; cells in the order of the columns. */
  readonly rows: readonly AnnotationRow[]
}

export interface AnnotationRow {
  readonly id: AnnotationId
  readonly cells: readonly string[]
}

/**
 * One row per annotation in reading order, orphans last with empty `start` and `end`; offsets in code points of
 * the story text; then a column per field, `field:source`.
 */
export function annotationTable(input: ReportInput): AnnotationTable {
  const annotations = chosenAnnotations(input)
  const fields = fieldsOf(input.tags, annotations)
  const points = new CodePointIndex(input.story.text)
  const rows = annotations.map((annotation) => ({
    id: annotation.id,
    cells: [
      annotation.id,
      input.story.name,
      annotatorName(input, annotation),
      annotation.tag,
      annotation.span === null ? '' : String(points.toCodePoint(annotation.span.start)),
      annotation.span === null ? '' : String(points.toCodePoint(annotation.span.end)),
      annotation.quote,
      annotation.note,
      statusOf(annotation),
      annotation.created,
      annotation.modified,
      String(annotation.revision),
      ...fields.map(({ id }) => (Object.hasOwn(annotation.fields, id) ? (annotation.fields[id] ?? '') : '')),
    ],
  }))
  return { columns: [...COLUMNS, ...fields.map(({ id }) => `field:${id}`)], rows }
}

/**
 * The {@link annotationTable} as CSV: UTF-8 with a byte order mark, lines end with CR LF (RFC 4180). Cells are made
 * safe for spreadsheets, see {@link toCsvCell}.
 */
export function csvOf(input: ReportInput): string {
  const { columns, rows } = annotationTable(input)
  const table = [columns, ...rows.map(({ cells }) => cells.map(toCsvCell))]
  return `${BYTE_ORDER_MARK}${Papa.unparse(table, { newline: '\r\n' })}\r\n`
}

/** `changed`: `quote` has the words that were confirmed, which are no longer those at `start`–`end`. */
function statusOf({ span, drift }: Annotation): string {
  if (span === null) return 'orphan'
  return { none: 'placed', sentence: 'sentence changed', words: 'changed' }[drift]
}

/**
 * Puts an apostrophe before what a spreadsheet would take for a formula, and before apostrophes that stand
 * before such a sign, so that {@link fromCsvCell} gives back exactly what went in.
 * Source: OWASP, "CSV Injection".
 */
export function toCsvCell(value: string): string {
  return FORMULA.test(value) ? `'${value}` : value
}

/** Takes the apostrophe off again. */
export function fromCsvCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
}
