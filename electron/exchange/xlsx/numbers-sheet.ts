import { isPlaced } from '../../../shared/annotation/annotation.ts'
import { type Counts, countAnnotations } from '../../../shared/report/counts.ts'
import { chosenAnnotations, type ReportInput } from '../../../shared/report/report-input.ts'
import { coverage } from '../../../shared/story/coverage.ts'
import { type Cell, date, heading, number, SHARE_FORMAT, type Sheet, text } from './cells.ts'

const COLUMNS = [
  'counted',
  'name',
  'annotations',
  'not found',
  'share',
  'characters marked',
  'share of text',
] as const
const WIDTHS = [20, 26, 13, 11, 9, 19, 14] as const
const TAG_WIDTH = 15

/** Counts and shares of all, of each tag, of each annotator with the tags used; then how much of the body is marked. */
export function numbersSheet(input: ReportInput): Sheet {
  const annotations = chosenAnnotations(input)
  const counts = countAnnotations(annotations, input.layers, input.tags, input.story.text.length)
  const spans = annotations.filter(isPlaced).map(({ span }) => span)
  const { sentences, marked } = coverage(input.story, spans)
  const tags = counts.tags.map(({ tag }) => tag)
  return {
    name: 'Numbers',
    widths: [...WIDTHS, ...tags.map(() => TAG_WIDTH)],
    rows: [
      [...COLUMNS, ...tags.map(({ label }) => label)].map(heading),
      [text('all'), null, ...figures(counts.total)],
      ...counts.tags.map((count) => [text('tag'), text(count.tag.label), ...figures(count)]),
      ...counts.annotators.map((count) => [
        text('annotator'),
        text(count.name),
        ...figures(count),
        ...tags.map(({ id }) => number(count.byTag.get(id) ?? 0)),
      ]),
      [],
      [text('sentences of the body'), null, number(sentences)],
      [text('sentences marked'), null, number(marked)],
      [text('coverage'), null, sentences === 0 ? null : number(marked / sentences, SHARE_FORMAT)],
      [],
      [text('story'), text(input.story.name)],
      [text('report made (UTC)'), date(input.made)],
      [text('made by'), text(`Galley ${input.galleyVersion}`)],
    ],
  }
}

function figures(count: Counts['total']): readonly Cell[] {
  return [
    number(count.annotations),
    number(count.orphans),
    number(count.share, SHARE_FORMAT),
    number(count.covered),
    number(count.coveredShare, SHARE_FORMAT),
  ]
}
