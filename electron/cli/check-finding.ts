import { type Annotation, standingOf } from '../../shared/annotation/annotation.ts'
import type { OpenedStory } from '../../shared/desk/contract.ts'
import type { Failure } from '../../shared/failure.ts'
import { saveSentence, sentenceFor } from '../../shared/messages.ts'
import type { AnnotationId, AnnotatorId } from '../../shared/units.ts'
import { type Io, paint } from './io.ts'
import { printable, quotedWords } from './printable.ts'

interface Mark {
  readonly id: AnnotationId
  /** The words that were confirmed. */
  readonly quote: string
  /** Those that stand there today; null: an orphan. */
  readonly words: string | null
}

interface LayerFinding {
  readonly annotator: AnnotatorId
  readonly name: string
  readonly placed: readonly Mark[]
  /** Placed, in a sentence that is not the one that was confirmed. */
  readonly sentenceChanged: readonly Mark[]
  readonly changed: readonly Mark[]
  readonly orphan: readonly Mark[]
  /** In one of the other lists too, and with another version of the same revision: somebody has to choose. */
  readonly versions: readonly Mark[]
}

/** What `galley check` says of one story, as `--json` prints it. */
export interface Finding {
  /** As it was named on the command line. */
  readonly story: string
  readonly layers: readonly LayerFinding[]
  readonly unreadable: readonly { readonly file: string; readonly kind: string; readonly sentence: string }[]
  /** What is wrong with the folder's file of tags, as a sentence; null: nothing, or there is none. */
  readonly tags: string | null
  /** The story can't be opened, or something is not yet beside it; null: neither. */
  readonly problem: string | null
  /** Annotations that got a new position; null: that was not asked for, or there were none of that person's. */
  readonly fixed: readonly AnnotationId[] | null
}

export function findingOf(
  story: string,
  { story: { text }, layers, annotations, unreadable, save, scheme }: OpenedStory,
): Finding {
  return {
    story,
    // The own layer is there also before its first mark.
    layers: layers
      .filter(({ files, count }) => files.length > 0 || count > 0)
      .map(({ annotator, name }) => {
        const own = annotations.filter(({ creator }) => creator === annotator)
        const marks = (is: (one: Annotation) => boolean) => own.filter(is).map((one) => markOf(one, text))
        return {
          annotator,
          name,
          placed: marks((one) => standingOf(one) === 'placed' && one.drift === 'none'),
          sentenceChanged: marks(({ drift }) => drift === 'sentence'),
          changed: marks((one) => standingOf(one) === 'changed'),
          orphan: marks((one) => standingOf(one) === 'orphan'),
          versions: marks(({ alternatives }) => alternatives.length > 0),
        }
      }),
    unreadable: unreadable.map((failure) => ({
      file: failure.file,
      kind: failure.kind,
      sentence: sentenceFor(failure),
    })),
    tags: scheme.problem === null ? null : sentenceFor(scheme.problem),
    problem: save.kind === 'kept' || save.kind === 'not-saved' ? `${saveSentence(save, (at) => at)}.` : null,
    fixed: null,
  }
}

export function failedFinding(story: string, failure: Failure): Finding {
  return { story, layers: [], unreadable: [], tags: null, problem: sentenceFor(failure), fixed: null }
}

export function needsPerson({ layers, unreadable, tags, problem }: Finding): boolean {
  const open = layers.some(({ sentenceChanged, changed, orphan, versions }) =>
    [sentenceChanged, changed, orphan, versions].some((marks) => marks.length > 0),
  )
  return open || unreadable.length > 0 || tags !== null || problem !== null
}

/** The finding for a person to read, a line for each mark. */
export function inWords(finding: Finding, io: Io): string {
  const { story, layers, unreadable, tags, problem, fixed } = finding
  const strong = (words: string) => paint(io, io.stdout, 'yellow', words)
  const lines = (word: string, marks: readonly Mark[]) =>
    marks.map(({ id, quote }) => `    ${word}  ${id}  ${quotedWords(quote)}`)
  return [
    paint(io, io.stdout, 'bold', printable(story)),
    ...layers.flatMap(({ name, placed, sentenceChanged, changed, orphan, versions }) => [
      `  ${printable(name)}: ${placed.length + sentenceChanged.length} placed${inChangedSentence(sentenceChanged)}, ${changed.length} changed, ${orphan.length} orphan`,
      ...lines('placed', placed),
      ...lines(strong('sentence changed'), sentenceChanged),
      ...changed.map(
        ({ id, quote, words }) => `    ${strong('changed')}  ${id}  ${whole(quote)} → ${whole(words ?? '')}`,
      ),
      ...lines(strong('orphan'), orphan),
      ...lines(strong('two versions'), versions),
    ]),
    ...(fixed === null ? [] : [`  fixed: ${fixed.length} ${fixed.length === 1 ? 'position' : 'positions'}`]),
    ...unreadable.map(({ sentence }) => `  ${strong('unreadable')}  ${printable(sentence)}`),
    ...(tags === null ? [] : [`  ${strong('tags')}  ${printable(tags)}`]),
    ...(problem === null ? [] : [`  ${strong(printable(problem))}`]),
    '',
  ].join('\n')
}

function inChangedSentence({ length }: readonly Mark[]): string {
  return length === 0 ? '' : ` (${length} in a changed sentence)`
}

function markOf({ id, quote, span }: Annotation, text: string): Mark {
  return { id, quote, words: span === null ? null : text.slice(span.start, span.end) }
}

/** Not shortened: what changed may stand at the very end. */
function whole(words: string): string {
  return quotedWords(words, Number.POSITIVE_INFINITY)
}
