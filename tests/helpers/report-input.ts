import { createHash } from 'node:crypto'
import type { Layer, PublicAnnotation, PublicContent } from '../../shared/annotation/annotation.ts'
import { type ReportInput, WHOLE_REPORT } from '../../shared/report/report-input.ts'
import type { Story } from '../../shared/story/story.ts'
import { builtInTags } from '../../shared/tags.ts'
import type { AnnotationId, AnnotatorId, IsoTime, Sha256, TagId } from '../../shared/units.ts'
import { span } from '../../shared/units.ts'
import { type BlockSketch, storyOfBlocks } from './story-of-blocks.ts'

const uuid = (kind: string, number: number): string =>
  `urn:uuid:${kind}-0000-4000-8000-${String(number).padStart(12, '0')}`

export const jane = uuid('0a11da0e', 1) as AnnotatorId
export const okafor = uuid('0b22f0e0', 2) as AnnotatorId

/** An annotation in few words: whose, which tag, on which words. */
export interface MarkSketch {
  readonly by: AnnotatorId
  readonly tag: string
  /** Words of the story; the first place counts. With `orphan` they stand nowhere. */
  readonly on: string
  readonly note?: string
  readonly fields?: Readonly<Record<string, string>>
  readonly orphan?: boolean
  readonly alternatives?: readonly PublicContent[]
}

/** Everything for a report on a story, with ids and times that never change. */
export function reportInput(
  story: Story,
  marks: readonly MarkSketch[],
  more: Partial<ReportInput> = {},
): ReportInput {
  const annotations = marks.map((mark, index) => annotationOf(story, mark, index))
  const layer = (annotator: AnnotatorId, name: string, mine: boolean): Layer => {
    const own = annotations.filter(({ creator }) => creator === annotator)
    const orphans = own.filter(({ span: place }) => place === null).length
    return { annotator, name, mine, files: [], count: own.length, orphans, changed: 0 }
  }
  return {
    story,
    textSha256: createHash('sha256').update(story.text).digest('hex') as Sha256,
    layers: [layer(jane, 'Jane Doe', true), layer(okafor, 'M. Okafor', false)],
    annotations,
    tags: builtInTags,
    replies: [],
    choice: WHOLE_REPORT,
    made: '2026-11-20T10:31:07Z' as IsoTime,
    galleyVersion: '0.1.0',
    ...more,
  }
}

function annotationOf({ text }: Story, sketch: MarkSketch, index: number): PublicAnnotation {
  const at = sketch.orphan === true ? -1 : text.indexOf(sketch.on)
  if (at === -1 && sketch.orphan !== true) throw new Error(`not in the story: ${sketch.on}`)
  const minute = String(index).padStart(2, '0')
  return {
    id: uuid('5eedf00d', index + 1) as AnnotationId,
    creator: sketch.by,
    created: `2026-11-20T09:${minute}:00Z` as IsoTime,
    modified: `2026-11-20T10:${minute}:30Z` as IsoTime,
    revision: 1 + (index % 3),
    tag: sketch.tag as TagId,
    note: sketch.note ?? '',
    fields: sketch.fields ?? {},
    span: at === -1 ? null : span(at, at + sketch.on.length),
    drift: 'none',
    quote: sketch.on,
    prefix: at === -1 ? 'It was ' : text.slice(Math.max(0, at - 32), at),
    suffix: at === -1 ? '' : text.slice(at + sketch.on.length, at + sketch.on.length + 32),
    alternatives: sketch.alternatives ?? [],
  }
}

const harbourBlocks: readonly BlockSketch[] = [
  { kind: 'dateline', text: 'Nov 20, 2026 – City' },
  { kind: 'headline', text: 'Harbour tunnel reopens after eleven weeks of flood repairs', level: 1 },
  {
    kind: 'caption',
    text: 'Crews inspect the eastbound bore of the Harbour tunnel on Thursday. Photo: L. Brandt/Port Authority',
  },
  {
    kind: 'paragraph',
    text: 'The Harbour tunnel opened to traffic at 5 a.m. on Friday 🚦, according to a port authority official, eleven weeks after a pump failure let in 40,000 cubic metres of water.',
  },
  {
    kind: 'paragraph',
    text: 'Why it matters: The closure shows how thin the city’s flood margin has become, two engineers briefed on the review said, and another failure is likely before the new pumps arrive.',
    inline: [
      { kind: 'strong', words: 'Why it matters:' },
      { kind: 'link', words: 'the review said', href: 'https://example.org/review?a=1&b="2"' },
    ],
  },
  { kind: 'heading', text: 'What is known', level: 3 },
  { kind: 'item', text: 'Four of the six pumps date from 1971.', marker: '•' },
  {
    kind: 'item',
    text: '“We were lucky with the tide,” said Mara Lind, who runs the control room.',
    marker: '•',
    inline: [{ kind: 'emphasis', words: 'lucky' }],
  },
  { kind: 'item', text: 'The levels <then & now> are in the log.', marker: '•', level: 1 },
  {
    kind: 'paragraph',
    text: 'وقال متحدث باسم سلطة الميناء إن النفق آمن الآن، مضيفاً أن المضخات الجديدة ستصل في مارس 2027.',
  },
  { kind: 'quote', text: 'The council is unlikely to fund a second bore this decade.' },
  {
    kind: 'paragraph',
    text: 'The draft budget, dated 12 November, sets aside 18 million for pumps and nothing for the bore.',
  },
]

const harbourMarks: readonly MarkSketch[] = [
  {
    by: jane,
    tag: 'photo-caption',
    on: 'Crews inspect the eastbound bore of the Harbour tunnel on Thursday. Photo: L. Brandt/Port Authority',
    fields: { credit: 'L. Brandt', date: '19 November' },
  },
  { by: jane, tag: 'fact', on: 'The Harbour tunnel opened to traffic at 5 a.m. on Friday 🚦' },
  {
    by: jane,
    tag: 'attribution',
    on: 'according to a port authority official',
    note: 'Who is this? We have a name on the record from the press office.',
    fields: { source: 'port authority official', kind: 'unnamed' },
    alternatives: [{ tag: 'attribution' as TagId, note: 'Name on record?', fields: {} }],
  },
  {
    by: jane,
    tag: 'fact',
    on: 'eleven weeks after a pump failure let in 40,000 cubic metres of water',
    fields: { status: 'verified', source: 'Authority log, p. 4' },
  },
  {
    by: jane,
    tag: 'assessment',
    on: 'The closure shows how thin the city’s flood margin has become, two engineers briefed on the review said',
    fields: { whose: 'two engineers' },
  },
  { by: jane, tag: 'attribution', on: 'two engineers briefed on the review said' },
  {
    by: okafor,
    tag: 'fact',
    on: 'how thin the city’s flood margin has become, two engineers briefed',
    note: '-12 cm against the plan: <b>see the table</b> & ask "Lind".',
  },
  { by: jane, tag: 'assessment', on: 'another failure is likely before the new pumps arrive' },
  { by: okafor, tag: 'fact', on: 'Four of the six pumps date from 1971.\n“We were lucky with the tide,”' },
  {
    by: okafor,
    tag: 'attribution',
    on: 'said Mara Lind, who runs the control room',
    fields: { kind: 'named' },
  },
  { by: okafor, tag: 'rumour', on: '<then & now>', note: '=HYPERLINK("http://x.example")' },
  { by: okafor, tag: 'attribution', on: 'متحدث باسم سلطة الميناء', note: 'اسم المتحدث؟' },
  { by: jane, tag: 'fact', on: 'النفق آمن الآن' },
  { by: jane, tag: 'assessment', on: 'The council is unlikely to fund a second bore this decade' },
  {
    by: jane,
    tag: 'fact',
    on: 'The draft budget, dated 12 November, sets aside 18 million for pumps and nothing for the bore.',
    note: 'Checked against p. 14 of the draft.',
    fields: { status: 'verified', source: 'Draft budget' },
  },
  {
    by: okafor,
    tag: 'fact',
    on: 'nobody was hurt, the authority said',
    note: 'Taken out in the second edition?',
    orphan: true,
  },
]

/** A small story with everything: two layers, overlaps of three, a mark over two blocks, Arabic, an orphan. */
export const harbourReport = reportInput(storyOfBlocks('harbour-tunnel.md', harbourBlocks), harbourMarks)
