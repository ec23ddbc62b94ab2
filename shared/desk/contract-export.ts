import type { ExportFormat } from '../exchange/formats.ts'
import type { LeftOut } from '../exchange/left-out.ts'
import type { Failure, SidecarFailure } from '../failure.ts'
import type { ReportChoice } from '../report/report-input.ts'
import type { AnnotatorId } from '../units.ts'

/** What of a story is exported. */
export interface ExportChoice extends ReportChoice {
  /** null: all. */
  readonly layers: readonly AnnotatorId[] | null
}

export type Exported = (
  | { readonly kind: 'saved' }
  /** Text is UTF-8 when written. Several files come as one zip. */
  | { readonly kind: 'download'; readonly mediaType: string; readonly content: string | Uint8Array }
) & {
  readonly name: string
  readonly leftOut: readonly LeftOut[]
}

/** What became of the stories of a folder. */
export interface FolderExported {
  /** Name of the folder that was written into. */
  readonly folder: string
  /** Stories that were found. */
  readonly total: number
  /** Files and folders that were written. */
  readonly written: number
  /** What was not written, in order; one story may be here for several formats. */
  readonly skipped: readonly Skipped[]
  /** Per format, over all stories. */
  readonly leftOut: readonly FormatLeftOut[]
  /** Annotation files that could not be read; what they hold is in no export. */
  readonly unreadable: readonly SidecarFailure[]
  /** It ended before the last story. */
  readonly cancelled: boolean
}

export interface Skipped {
  /** File name of the story. */
  readonly story: string
  /** null: the story could not be opened. */
  readonly format: ExportFormat | null
  readonly why: Failure
}

export interface FormatLeftOut {
  readonly format: ExportFormat
  readonly leftOut: readonly LeftOut[]
}
