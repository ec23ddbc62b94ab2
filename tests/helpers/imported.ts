import { createHash } from 'node:crypto'
import type { Layer, PublicAnnotation } from '../../shared/annotation/annotation.ts'
import type { ImportedMark, ImportedPlace, ImportedSet } from '../../shared/exchange/imported.ts'
import { type ReportInput, WHOLE_REPORT } from '../../shared/report/report-input.ts'
import type { Reply } from '../../shared/review/reply.ts'
import { CodePointIndex } from '../../shared/story/code-points.ts'
import type { Story } from '../../shared/story/story.ts'
import { builtInTags } from '../../shared/tags.ts'
import type { AnnotationId, AnnotatorId, IsoTime, Sha256, Span, TagId } from '../../shared/units.ts'
import { codePoint, span, textOffset } from '../../shared/units.ts'

const noon = '2026-11-20T12:00:00Z' as IsoTime

/**
 * What an import makes of a set, without the desk: marks by their offsets where these fit the words, else at the first
 * place of the words, else orphans; a layer for each author; answers as replies.
 */
export function reportOfImport(set: ImportedSet, story: Story, more: Partial<ReportInput> = {}): ReportInput {
  const ids = new Map(set.marks.map(({ id }, index) => [id, idOf(index) as AnnotationId]))
  const authors = [...new Set(set.marks.map(({ author }) => author ?? 'Imported'))]
  const annotatorOf = (author: string | null): AnnotatorId =>
    idOf(0xa000 + authors.indexOf(author ?? 'Imported')) as AnnotatorId
  const annotations = set.marks
    .filter((mark) => mark.replyTo === undefined)
    .map(
      (mark): PublicAnnotation => annotationOf(mark, story.text, ids.get(mark.id), annotatorOf(mark.author)),
    )
  const replies = set.marks.flatMap((mark): readonly Reply[] => {
    const to = ids.get(mark.replyTo ?? '')
    const id = ids.get(mark.id)
    if (to === undefined || id === undefined) return []
    const created = mark.created ?? noon
    const verdict = mark.verdict ?? (mark.isResolved === true ? 'resolved' : null)
    return [
      {
        ...{ id, to, verdict, created },
        creator: annotatorOf(mark.author),
        note: mark.note,
        modified: mark.modified ?? created,
        ...(mark.carried === undefined ? {} : { carried: mark.carried }),
      },
    ]
  })
  return {
    story,
    textSha256: createHash('sha256').update(story.text).digest('hex') as Sha256,
    layers: authors.map(
      (name, index): Layer => ({
        annotator: idOf(0xa000 + index) as AnnotatorId,
        name,
        mine: false,
        files: [],
        count: 0,
        orphans: 0,
        changed: 0,
      }),
    ),
    annotations,
    tags: builtInTags,
    replies,
    ...(set.carried === undefined ? {} : { carried: [set.carried] }),
    choice: WHOLE_REPORT,
    made: noon,
    galleyVersion: '0.1.0',
    ...more,
  }
}

function idOf(number: number): string {
  return `urn:uuid:1a9047ed-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
}

function annotationOf(
  mark: ImportedMark,
  text: string,
  id: AnnotationId | undefined,
  creator: AnnotatorId,
): PublicAnnotation {
  const found = mark.place === null ? null : spanOf(mark.place, text)
  return {
    id: id ?? (idOf(0) as AnnotationId),
    creator,
    created: mark.created ?? noon,
    modified: mark.modified ?? mark.created ?? noon,
    revision: 1,
    tag: mark.tag as TagId,
    note: mark.note,
    fields: mark.fields,
    span: found,
    drift: 'none',
    quote: mark.place?.quote?.exact ?? (found === null ? '' : text.slice(found.start, found.end)),
    prefix: mark.place?.quote?.prefix ?? '',
    suffix: mark.place?.quote?.suffix ?? '',
    alternatives: [],
    ...(mark.carried === undefined ? {} : { carried: mark.carried }),
  }
}

function spanOf({ quote, position }: ImportedPlace, text: string): Span | null {
  const points = new CodePointIndex(text)
  if (position !== null) {
    const most = position.unit === 'utf-16' ? text.length : points.length
    const offset = (at: number) =>
      position.unit === 'utf-16' ? textOffset(at) : points.toTextOffset(codePoint(at))
    if (position.start < position.end && position.end <= most) {
      const here = span(offset(position.start), offset(position.end))
      if (quote === null || text.slice(here.start, here.end) === quote.exact) return here
    }
  }
  if (quote === null) return null
  const around = text.indexOf(quote.prefix + quote.exact + quote.suffix)
  const at = around === -1 ? text.indexOf(quote.exact) : around + quote.prefix.length
  return at === -1 || quote.exact === '' ? null : span(at, at + quote.exact.length)
}
