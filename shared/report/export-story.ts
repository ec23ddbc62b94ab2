import type { ExportFormat } from '../desk/contract.ts'
import { unreachable } from '../result.ts'
import { csvOf } from './csv.ts'
import { reportHtml } from './html/page-html.ts'
import { jsonLdOf } from './jsonld.ts'
import type { ReportInput } from './report-input.ts'

export type { ReportInput } from './report-input.ts'

/** A finished export: text in UTF-8, to be written or handed over as it is. */
export interface ReportFile {
  /** Suggested file name, made from the story's, without a folder. */
  readonly name: string
  readonly mediaType: string
  readonly content: string
}

/** Makes the report in one of its formats. Never fails; the same input gives the same bytes. */
export function exportStory(format: ExportFormat, input: ReportInput): ReportFile {
  const stem = stemOf(input.story.name)
  switch (format) {
    case 'html':
      return {
        name: `${stem}.report.html`,
        mediaType: 'text/html; charset=utf-8',
        content: reportHtml(input),
      }
    case 'csv':
      return { name: `${stem}.annotations.csv`, mediaType: 'text/csv; charset=utf-8', content: csvOf(input) }
    case 'jsonld':
      return {
        name: `${stem}.annotations.jsonld`,
        mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        content: jsonLdOf(input),
      }
    default:
      return unreachable(format)
  }
}

/** File name without its last extension: `council.vote.txt` → `council.vote`. */
function stemOf(name: string): string {
  return name.replace(/(?!^)\.[^.]*$/, '')
}
