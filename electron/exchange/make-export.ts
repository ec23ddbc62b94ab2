import { bratExport } from '../../shared/exchange/brat/write-brat.ts'
import { cantHold } from '../../shared/exchange/cant-hold.ts'
import type { ExportFormat } from '../../shared/exchange/formats.ts'
import { hypothesisExport } from '../../shared/exchange/hypothesis/write-hypothesis.ts'
import { jsonldExport } from '../../shared/exchange/jsonld/write-jsonld.ts'
import { leftOutOf } from '../../shared/exchange/left-out-of.ts'
import { type Made, stemOf } from '../../shared/exchange/made.ts'
import type { Failure } from '../../shared/failure.ts'
import { csvOf } from '../../shared/report/csv.ts'
import { reportHtml } from '../../shared/report/html/page-html.ts'
import { htmlReport } from '../../shared/report/html/report.ts'
import { markdownReport } from '../../shared/report/markdown.ts'
import type { ReportInput } from '../../shared/report/report-input.ts'
import { ok, type Result } from '../../shared/result.ts'
import { qdpxExport } from './refi-qda.ts'

/** Makes an export of one story. Never fails; the same input gives the same bytes. */
export type Maker = (input: ReportInput) => Made | Promise<Made>

/** Prints an HTML document. A signal that is set ends it, with any failure. */
export type PrintPdf = (html: string, signal: AbortSignal) => Promise<Result<Uint8Array, Failure>>

/**
 * PDF is not here: it is the HTML report, printed by whatever engine the host has. The libraries that write Word and
 * Excel files are a third of the program and are read when somebody exports, not at each start.
 */
const makers: Readonly<Record<Exclude<ExportFormat, 'pdf'>, Maker>> = {
  html: htmlReport,
  docx: async (input) => (await import('./word/report-docx.ts')).docxReport(input),
  md: markdownReport,
  csv: csvTable,
  xlsx: async (input) => (await import('./xlsx.ts')).xlsxReport(input),
  jsonld: jsonldExport,
  brat: bratExport,
  'refi-qda': qdpxExport,
  hypothesis: hypothesisExport,
}

/** Makes an export. Only printing can fail. */
export async function makeExport(
  format: ExportFormat,
  input: ReportInput,
  printPdf: PrintPdf,
  signal: AbortSignal,
): Promise<Result<Made, Failure>> {
  if (format === 'pdf') {
    const printed = await printPdf(reportHtml(input), signal)
    if (!printed.ok) return printed
    return ok(oneFile(input, 'pdf', '.report.pdf', 'application/pdf', printed.value))
  }
  return ok(await makers[format](input))
}

function csvTable(input: ReportInput): Made {
  return oneFile(input, 'csv', '.annotations.csv', 'text/csv; charset=utf-8', csvOf(input))
}

function oneFile(
  input: ReportInput,
  format: ExportFormat,
  suffix: string,
  mediaType: string,
  content: string | Uint8Array,
): Made {
  const name = stemOf(input.story.name) + suffix
  return { name, files: [{ name, mediaType, content }], leftOut: leftOutOf(input, cantHold[format]) }
}
