import { type AnnotationRow, annotationTable } from '../../../shared/report/csv.ts'
import { chosenAnnotations, type ReportInput } from '../../../shared/report/report-input.ts'
import type { Reply } from '../../../shared/review/reply.ts'
import { isResolved, replierName, threadsOf, VERDICT_LABEL } from '../../../shared/review/thread.ts'
import type { AnnotationId, IsoTime } from '../../../shared/units.ts'
import { versionWords } from '../version-words.ts'
import { type Cell, date, heading, isLong, number, type Sheet, text } from './cells.ts'

const NUMBERS: ReadonlySet<string> = new Set(['start', 'end', 'revision'])
const DATES: ReadonlySet<string> = new Set(['created', 'modified'])
const WIDTHS: Readonly<Record<string, number>> = {
  id: 14,
  annotator: 18,
  tag: 14,
  start: 8,
  end: 8,
  quote: 56,
  note: 44,
  status: 16,
  created: 19,
  modified: 19,
  revision: 9,
}
const OTHER_WIDTH = 18
const REPLIES_WIDTH = 48

/** The table of the CSV, then the answers to each annotation, whether its thread is open, and its other versions. */
export function annotationsSheet(input: ReportInput): {
  readonly sheet: Sheet
  /** Annotations with a text that didn't fit into its cell. */
  readonly cut: number
} {
  const { columns, rows } = annotationTable(input)
  const threads = threadsOf(input.choice.notes ? input.replies : [])
  const answers = new Map<AnnotationId, string>()
  for (const { id } of rows) answers.set(id, words(input, threads.get(id) ?? []))
  const versions = new Map(
    chosenAnnotations(input).map(({ id, alternatives }) => [id, alternatives.map(versionWords).join('\n')]),
  )
  const cellsOf = ({ id, cells }: AnnotationRow): readonly Cell[] => [
    ...cells.map((value, index) => cellOf(columns[index] ?? '', value)),
    text(answers.get(id) ?? ''),
    text(standing(threads.get(id) ?? [])),
    text(versions.get(id) ?? ''),
  ]
  return {
    sheet: {
      name: 'Annotations',
      widths: [
        ...columns.map((column) => WIDTHS[column] ?? OTHER_WIDTH),
        REPLIES_WIDTH,
        OTHER_WIDTH,
        REPLIES_WIDTH,
      ],
      rows: [[...columns, 'replies', 'thread', 'other versions'].map(heading), ...rows.map(cellsOf)],
    },
    cut: rows.filter(({ id, cells }) =>
      [...cells, answers.get(id) ?? '', versions.get(id) ?? ''].some(isLong),
    ).length,
  }
}

function cellOf(column: string, value: string): Cell {
  if (value !== '' && NUMBERS.has(column)) return number(Number(value))
  return value !== '' && DATES.has(column) ? date(value as IsoTime) : text(value)
}

/** A line for each answer: `M. Okafor: [ASKS] Can we use the name?` */
function words(input: ReportInput, replies: readonly Reply[]): string {
  return replies
    .map((reply) => {
      const verdict = reply.verdict === null ? [] : [`[${VERDICT_LABEL[reply.verdict].toUpperCase()}]`]
      const said = reply.note === '' ? [] : [reply.note]
      return [`${replierName(input, reply)}:`, ...verdict, ...said].join(' ')
    })
    .join('\n')
}

function standing(replies: readonly Reply[]): string {
  if (replies.length === 0) return ''
  return isResolved(replies) ? 'resolved' : 'open'
}
