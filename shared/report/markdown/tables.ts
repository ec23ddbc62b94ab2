import { type Counts, countAnnotations } from '../counts.ts'
import { shortened } from '../html/contents-html.ts'
import type { Entry } from '../html/entry.ts'
import { grouped, percent } from '../plain-words.ts'
import type { ReportInput } from '../report-input.ts'
import { cell } from './plain.ts'

/** Longest quote in the table, in code points; the words themselves stand in the story. */
const LONGEST_QUOTE = 120

/** Counts and shares per tag and per annotator. */
export function numberTables(input: ReportInput, entries: readonly Entry[]): readonly string[] {
  const annotations = entries.map(({ annotation }) => annotation)
  const counts = countAnnotations(annotations, input.layers, input.tags, input.story.text.length)
  const tags = [
    ...counts.tags.map((row) => [cell(row.tag.label), ...figures(row)]),
    ['**All**', ...figures(counts.total)],
  ]
  const annotators = counts.annotators.map((row) => [cell(row.name), ...figures(row)])
  return [
    table(['Tag', ...SHARES], tags),
    ...(annotators.length === 0 ? [] : [table(['Annotator', ...SHARES], annotators)]),
  ]
}

const SHARES = ['Count:', 'Share:', 'Of text:']

function figures({ annotations, share, coveredShare }: Counts['total']): readonly string[] {
  return [grouped(annotations), percent(share), percent(coveredShare)].map((figure) =>
    figure.replace('<', '\\<'),
  )
}

/** Every annotation, one row each, in reading order, orphans last. */
export function annotationTable(entries: readonly Entry[]): string {
  const rows = entries.map(({ number, tag, annotation, annotator, paragraph, place }) => [
    place === null ? String(number) : `[^${number}]`,
    cell(tag.label),
    cell(shortened(annotation.quote, LONGEST_QUOTE)),
    cell(annotator),
    paragraph === null ? '–' : String(paragraph),
    place === null ? 'not found' : `${place.start}–${place.end}`,
  ])
  return table(['No.', 'Tag', 'Words', 'Annotator', 'Par.:', 'Place:'], rows)
}

/** A table in the form of GFM; a heading that ends with a colon is that of a column of figures. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    row(heads.map((head) => head.replace(/:$/, ''))),
    row(heads.map((head) => (head.endsWith(':') ? '---:' : '---'))),
    ...rows.map(row),
  ].join('\n')
}
