import Papa from 'papaparse'
import type { Annotation } from '../annotation/annotation.ts'
import { CodePointIndex } from '../story/code-points.ts'
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

/**
 * One row per annotation in reading order, orphans last with empty `start` and `end`; offsets in code points of
 * the story text; then a column per field, `field:source`. UTF-8 with a byte order mark, lines end with CR LF
 * (RFC 4180). Cells are made safe for spreadsheets, see {@link toCsvCell}.
 */
export function csvOf(input: ReportInput): string {
  const annotations = chosenAnnotations(input)
  const fields = fieldsOf(input.tags, annotations)
  const points = new CodePointIndex(input.story.text)
  const rows = annotations.map((annotation) => [
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
  ])
  const header = [...COLUMNS, ...fields.map(({ id }) => `field:${id}`)]
  const table = [header, ...rows.map((row) => row.map(toCsvCell))]
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
