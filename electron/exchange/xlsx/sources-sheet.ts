import { chosenAnnotations, type ReportInput } from '../../../shared/report/report-input.ts'
import { countSources, type SourceCount } from '../../../shared/report/sources.ts'
import { tagLabel } from '../../../shared/tags.ts'
import { type Cell, heading, number, type Sheet, text } from './cells.ts'

/** The kinds of the built-in scheme stand always; others where they are used. */
const KINDS = ['named', 'unnamed', 'document'] as const

const NOT_SAID = '(no source filled in)'

/** Every source that annotations name: how often, by name or not, where. */
export function sourcesSheet(input: ReportInput): Sheet {
  const sources = countSources(input.story, chosenAnnotations(input), input.tags)
  const kinds = [...new Set([...KINDS, ...sources.flatMap((source) => [...source.kinds.keys()])])]
  const columns = ['source', 'times', ...kinds, 'tags', 'annotators', 'paragraphs', 'first words']
  return {
    name: 'Sources',
    widths: [36, 8, ...kinds.map(() => 11), 26, 26, 18, 56],
    rows: [columns.map(heading), ...sources.map((source) => rowOf(input, source, kinds))],
  }
}

function rowOf(input: ReportInput, source: SourceCount, kinds: readonly string[]): readonly Cell[] {
  const { annotations, annotators, paragraphs } = source
  const names = annotators.map((id) => input.layers.find(({ annotator }) => annotator === id)?.name ?? id)
  const tags = [...new Set(annotations.map(({ tag }) => tagLabel(input.tags, tag)))]
  return [
    text(source.source === '' ? NOT_SAID : source.source),
    number(annotations.length),
    ...kinds.map((kind) => number(source.kinds.get(kind) ?? 0)),
    text(tags.join(', ')),
    text(names.join(', ')),
    text(paragraphs.join(', ')),
    text(annotations[0]?.quote ?? ''),
  ]
}
