import { type Annotation, isPlaced } from '../annotation/annotation.ts'
import { chosenAnnotations, type ReportInput } from '../report/report-input.ts'
import { unreachable } from '../result.ts'
import type { Reply } from '../review/reply.ts'
import type { Story } from '../story/story.ts'
import type { AnnotationId } from '../units.ts'
import type { LeftOut, LeftOutKind } from './left-out.ts'

/** What has to be known of an export to say what it leaves out. */
export type Choosing = Pick<ReportInput, 'story' | 'layers' | 'annotations' | 'replies' | 'choice'>

/** Of what a format can't hold, what the chosen annotations really have; in the order of `what`. */
export function leftOutOf(input: Choosing, what: readonly LeftOutKind[]): readonly LeftOut[] {
  if (what.length === 0) return []
  const chosen = chosenAnnotations(input)
  return what.map((kind) => ({ kind, count: countOf(kind, chosen, input) })).filter(({ count }) => count > 0)
}

/** How many of these annotations have what a format can't hold; of the story, how many parts. */
export function countOf(
  kind: LeftOutKind,
  chosen: readonly Annotation[],
  input: Pick<Choosing, 'story' | 'replies' | 'choice'>,
): number {
  const having = (has: (one: Annotation) => boolean) => chosen.filter(has).length
  switch (kind) {
    case 'annotators':
    case 'times':
      return chosen.length
    case 'notes':
      return having(({ note }) => note !== '')
    case 'fields':
      return having(({ fields }) => Object.values(fields).some((value) => value !== ''))
    case 'replies':
      return input.choice.notes ? countAnswered(chosen, input.replies) : 0
    case 'orphans':
      return having((one) => !isPlaced(one))
    case 'confirmed-words':
      return having(({ drift }) => drift === 'words')
    case 'alternatives':
      return having(({ alternatives }) => alternatives.length > 0)
    case 'note-lines':
      return having(({ note, fields }) =>
        [note, ...Object.values(fields)].some((text) => /[\r\n]/.test(text)),
      )
    case 'layout':
      return countLayout(input.story)
    // What of these is lost only the writer knows.
    case 'links':
    case 'characters':
    case 'long-texts':
      return 0
    default:
      return unreachable(kind)
  }
}

/** The annotations that were answered; an answer to an answer adds nothing. */
function countAnswered(chosen: readonly Annotation[], replies: readonly Reply[]): number {
  const answered = new Set<AnnotationId>(replies.map(({ to }) => to))
  return chosen.filter(({ id }) => answered.has(id)).length
}

/** Parts of the story that are more than a run of characters. In plain text the kinds only style: nothing is lost. */
function countLayout({ format, blocks, marks, images }: Story): number {
  if (format === 'txt') return 0
  const formed = blocks.filter(({ kind }) => kind !== 'paragraph' && kind !== 'blank')
  return formed.length + marks.length + images.length
}
