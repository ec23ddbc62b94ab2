import { type Made, stemOf } from '../../exchange/made.ts'
import type { ReportInput } from '../report-input.ts'
import { reportHtml } from './page-html.ts'

/** The annotated report as a file to send. Nothing that was chosen is left out of it. */
export function htmlReport(input: ReportInput): Made {
  const name = `${stemOf(input.story.name)}.report.html`
  const mediaType = 'text/html; charset=utf-8'
  return { name, files: [{ name, mediaType, content: reportHtml(input) }], leftOut: [] }
}
