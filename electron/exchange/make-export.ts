import { cantHold } from '../../shared/exchange/cant-hold.ts'
import { type ExportFormat, exportFormats } from '../../shared/exchange/formats.ts'
import { leftOutOf } from '../../shared/exchange/left-out-of.ts'
import { type Made, stemOf } from '../../shared/exchange/made.ts'
import type { Failure } from '../../shared/failure.ts'
import { csvOf } from '../../shared/report/csv.ts'
import { reportHtml } from '../../shared/report/html/page-html.ts'
import { jsonLdOf } from '../../shared/report/jsonld.ts'
import type { ReportInput } from '../../shared/report/report-input.ts'
import { err, ok, type Result } from '../../shared/result.ts'

/** Makes an export of one story. Never fails; the same input gives the same bytes. */
export type Maker = (input: ReportInput) => Made | Promise<Made>

/** Prints an HTML document. A signal that is set ends it, with any failure. */
export type PrintPdf = (html: string, signal: AbortSignal) => Promise<Result<Uint8Array, Failure>>

/** PDF is not here: it is the HTML report, printed by whatever engine the host has. */
const makers: Partial<Readonly<Record<Exclude<ExportFormat, 'pdf'>, Maker>>> = {
  html: (input) => oneFile(input, 'html', '.report.html', 'text/html; charset=utf-8', reportHtml(input)),
  csv: (input) => oneFile(input, 'csv', '.annotations.csv', 'text/csv; charset=utf-8', csvOf(input)),
  jsonld: (input) =>
    oneFile(
      input,
      'jsonld',
      '.annotations.jsonld',
      'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
      jsonLdOf(input),
    ),
}

/** The formats that can be had, in the order in which they are offered. */
export const offeredFormats: readonly ExportFormat[] = exportFormats.filter(
  (format) => format === 'pdf' || makers[format] !== undefined,
)

/** Makes an export in one of the {@link offeredFormats}. Only printing can fail. */
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
  const make = makers[format]
  if (make === undefined) return err({ kind: 'bad-request', detail: `there is no export as ${format}` })
  return ok(await make(input))
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
