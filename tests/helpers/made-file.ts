import { makeExport } from '../../electron/exchange/make-export.ts'
import type { ExportFormat } from '../../shared/exchange/formats.ts'
import type { MadeFile } from '../../shared/exchange/made.ts'
import type { ReportInput } from '../../shared/report/report-input.ts'
import { quietHost } from './desk-deps.ts'

/** The only file of an export of one file. */
export async function madeFile(format: ExportFormat, input: ReportInput): Promise<MadeFile> {
  const made = await makeExport(format, input, quietHost().printPdf, new AbortController().signal)
  if (!made.ok) throw new Error(`not made: ${JSON.stringify(made.error)}`)
  const [file, ...more] = made.value.files
  if (file === undefined || more.length > 0) throw new Error(`${made.value.files.length} files`)
  return file
}
