import type { PublicAnnotation } from '../../shared/annotation/annotation.ts'
import type { ReportInput } from '../../shared/report/report-input.ts'
import type { Reply, Verdict } from '../../shared/review/reply.ts'
import { snapToGraphemes } from '../../shared/story/graphemes.ts'
import { bodySentences } from '../../shared/story/sentences.ts'
import type { Story } from '../../shared/story/story.ts'
import { builtInTags } from '../../shared/tags.ts'
import { type AnnotationId, type IsoTime, type Span, span } from '../../shared/units.ts'
import { jane, okafor, reportInput } from './report-input.ts'

const NOTES = [
  '',
  'Checked against p. 14 of the draft.',
  'هل هذا الاسم معروف؟',
  'Two lines:\nthe second asks for “proof” & more <words>.',
  '👩‍🚒 ✅ seen on site',
] as const
const VERDICTS: readonly (Verdict | null)[] = [null, 'agrees', 'disputes', 'asks', 'resolved']

const id = (kind: string, number: number) =>
  `urn:uuid:${kind}-0000-4000-8000-${String(number).padStart(12, '0')}` as AnnotationId
const at = (hour: number, number: number) =>
  `2026-11-20T${hour}:${String(Math.floor(number / 60) % 60).padStart(2, '0')}:${String(number % 60).padStart(2, '0')}Z` as IsoTime

/**
 * A report on any story, the same every time: every second sentence has a mark, all four tags in turn by two people,
 * with some that overlap, one over the border of two paragraphs, one that is lost, notes in two scripts, answers of
 * every kind to every third mark.
 */
export function madeReport(story: Story): ReportInput {
  const places = [...placesIn(story)].sort((a, b) => a.start - b.start || b.end - a.end)
  const annotations = [
    ...places.map((place, index) => annotationOn(story, place, index)),
    annotationOn(story, null, places.length),
  ]
  return reportInput(story, [], {
    annotations,
    layers: reportInput(story, []).layers,
    replies: annotations.flatMap((annotation, index) =>
      index % 3 === 0 ? repliesTo(annotation, index) : [],
    ),
  })
}

function placesIn(story: Story): readonly Span[] {
  const sentences = bodySentences(story)
  const [first, second] = [sentences[0], sentences.find((one) => crosses(story, sentences[0], one))]
  const over = first !== undefined && second !== undefined ? [span(first.start, second.end)] : []
  return [
    ...sentences.filter((_, index) => index % 2 === 0),
    // Overlaps: from the middle of one sentence to the middle of the next.
    ...sentences.flatMap((one, index) => {
      const next = sentences[index + 1]
      return index % 7 === 2 && next !== undefined ? [span(middle(story, one), middle(story, next))] : []
    }),
    ...over,
  ]
}

function crosses(story: Story, first: Span | undefined, other: Span): boolean {
  return first !== undefined && story.text.slice(first.end, other.start).includes('\n')
}

/** A blank near the middle; in scripts without blanks the middle, between two signs that are whole. */
function middle({ text }: Story, { start, end }: Span): number {
  const half = Math.floor((start + end) / 2)
  const blank = text.indexOf(' ', half)
  return blank > start && blank < end ? blank : snapToGraphemes(text, span(half, half + 1)).start
}

function annotationOn(story: Story, place: Span | null, index: number): PublicAnnotation {
  const tag = builtInTags[index % builtInTags.length]
  const field = tag?.fields[0]
  return {
    id: id('5eedf00d', index + 1),
    creator: index % 3 === 1 ? okafor : jane,
    created: at(10, index),
    modified: at(11, index),
    revision: 1,
    tag: tag?.id ?? ('fact' as PublicAnnotation['tag']),
    note: NOTES[index % NOTES.length] ?? '',
    fields: field === undefined || index % 4 === 3 ? {} : { [field.id]: field.choices[0] ?? 'Mara Lind' },
    span: place,
    drift: 'none',
    quote: place === null ? 'words that a later edition left out' : story.text.slice(place.start, place.end),
    prefix: '',
    suffix: '',
    alternatives: [],
  }
}

function repliesTo({ id: to, creator }: PublicAnnotation, index: number): readonly Reply[] {
  const other = creator === jane ? okafor : jane
  const verdict = VERDICTS[(index / 3) % VERDICTS.length] ?? null
  const first: Reply = {
    id: id('4e911e50', 2 * index + 1),
    creator: other,
    to,
    verdict,
    note: verdict === 'resolved' ? '' : `Answer ${index}: نعم 👍`,
    created: at(12, 2 * index),
    modified: at(12, 2 * index),
  }
  if (index % 2 === 1) return [first]
  const second: Reply = {
    ...first,
    id: id('4e911e50', 2 * index + 2),
    creator,
    to: first.id,
    verdict: null,
    note: `Thank you, ${index}.`,
    created: at(12, 2 * index + 1),
  }
  return [first, second]
}
