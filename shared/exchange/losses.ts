import type { Annotation } from '../annotation/annotation.ts'
import type { ReportInput } from '../report/report-input.ts'
import { answersTo } from '../review/answers-to.ts'
import type { Story } from '../story/story.ts'
import type { LeftOut, LeftOutKind } from './left-out.ts'

/** Counts what is lost, in the order in which it was first said; what was never said is not in it. */
export class Losses {
  readonly #counts = new Map<LeftOutKind, number>()

  add(kind: LeftOutKind, count = 1): void {
    if (count > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count)
  }

  list(): readonly LeftOut[] {
    return [...this.#counts].map(([kind, count]) => ({ kind, count }))
  }
}

/** What a format that has no place for `kinds` loses of these annotations and their story. */
export function lossesOf(
  kinds: readonly LeftOutKind[],
  annotations: readonly Annotation[],
  input: Pick<ReportInput, 'story' | 'replies' | 'choice'>,
): Losses {
  const losses = new Losses()
  for (const kind of kinds) losses.add(kind, countOf(kind, annotations, input))
  return losses
}

function countOf(
  kind: LeftOutKind,
  annotations: readonly Annotation[],
  { story, replies, choice }: Pick<ReportInput, 'story' | 'replies' | 'choice'>,
): number {
  const count = (has: (annotation: Annotation) => boolean): number => annotations.filter(has).length
  switch (kind) {
    case 'annotators':
    case 'times':
      return annotations.length
    case 'notes':
      return count(({ note }) => note !== '')
    case 'fields':
      return count(({ fields }) => Object.values(fields).some((value) => value !== ''))
    case 'replies':
      return choice.notes
        ? answersTo(
            annotations.map(({ id }) => id),
            replies,
          ).length
        : 0
    case 'orphans':
      return count(({ span }) => span === null)
    case 'confirmed-words':
      return count(({ span, drift }) => span !== null && drift === 'words')
    case 'alternatives':
      return count(({ alternatives }) => alternatives.length > 0)
    case 'note-lines':
      return count(({ note, fields }) => [note, ...Object.values(fields)].some((text) => /[\r\n]/.test(text)))
    case 'layout':
      return hasLayout(story) ? Math.max(1, annotations.length) : 0
    // What of these is lost only the writer knows.
    case 'links':
    case 'characters':
      return 0
  }
}

/** In a plain text file a heading is a line like others: nothing of it is lost. */
function hasLayout({ format, blocks, marks, images }: Story): boolean {
  if (format === 'txt') return false
  return marks.length > 0 || images.length > 0 || blocks.some(({ kind }) => !PLAIN.has(kind))
}

const PLAIN: ReadonlySet<string> = new Set(['paragraph', 'blank'])
