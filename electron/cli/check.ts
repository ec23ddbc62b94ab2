import type { OpenedStory } from '../../shared/desk/contract.ts'
import type { Failure } from '../../shared/failure.ts'
import { saveSentence, sentenceFor } from '../../shared/messages.ts'
import type { AnnotationId, AnnotatorId } from '../../shared/units.ts'
import { command } from './command.ts'
import { atDesk } from './desk.ts'
import { DONE, type Io, NEEDS_A_PERSON, paint, print } from './io.ts'
import { printable, quotedWords } from './printable.ts'
import { someStories } from './stories.ts'

export const check = command({
  name: 'check',
  usage: 'check STORY… [--json]',
  summary: 'Tells for every layer what is placed, what is an orphan, and what can’t be read.',
  help: `  --json  an array with one object per story: story; layers, each with annotator, name, and the lists placed,
          orphan and versions (changed in two places at once), which hold id and quote; unreadable, the
          annotation files that can't be read, each with file, kind and sentence; problem, null or a sentence

Exit code 0: nothing to do; 1: something needs a person (an orphan, two versions, a file that can't be read, a
story that can't be opened, work that is not yet beside its story); 2: wrong use.
`,
  options: { json: { type: 'boolean', default: false } },
  async run({ values, positionals }, io) {
    const stories = someStories(positionals)
    if ('wrongUse' in stories) return stories
    return atDesk(io, {}, async ({ open }) => {
      const found: Finding[] = []
      for (const story of stories) {
        const opened = await open(story)
        found.push(opened.ok ? findingOf(story, opened.value) : failed(story, opened.error))
      }
      print(
        io,
        values.json ? `${JSON.stringify(found, null, 2)}\n` : found.map((one) => inWords(one, io)).join(''),
      )
      return found.some(needsPerson) ? NEEDS_A_PERSON : DONE
    })
  },
})

interface Mark {
  readonly id: AnnotationId
  readonly quote: string
}

interface LayerFinding {
  readonly annotator: AnnotatorId
  readonly name: string
  readonly placed: readonly Mark[]
  readonly orphan: readonly Mark[]
  /** Placed or orphan, and with another version of the same revision: somebody has to choose. */
  readonly versions: readonly Mark[]
}

interface Finding {
  /** As it was named on the command line. */
  readonly story: string
  readonly layers: readonly LayerFinding[]
  readonly unreadable: readonly { readonly file: string; readonly kind: string; readonly sentence: string }[]
  /** The story can't be opened, or something is not yet beside it; null: neither. */
  readonly problem: string | null
}

function findingOf(story: string, { layers, annotations, unreadable, save }: OpenedStory): Finding {
  return {
    story,
    // The own layer is there also before its first mark.
    layers: layers
      .filter(({ files, count }) => files.length > 0 || count > 0)
      .map(({ annotator, name }) => {
        const own = annotations.filter(({ creator }) => creator === annotator)
        const marks = (some: typeof own): readonly Mark[] => some.map(({ id, quote }) => ({ id, quote }))
        return {
          annotator,
          name,
          placed: marks(own.filter(({ span }) => span !== null)),
          orphan: marks(own.filter(({ span }) => span === null)),
          versions: marks(own.filter(({ alternatives }) => alternatives.length > 0)),
        }
      }),
    unreadable: unreadable.map((failure) => ({
      file: failure.file,
      kind: failure.kind,
      sentence: sentenceFor(failure),
    })),
    problem: save.kind === 'kept' || save.kind === 'not-saved' ? `${saveSentence(save, (at) => at)}.` : null,
  }
}

function failed(story: string, failure: Failure): Finding {
  return { story, layers: [], unreadable: [], problem: sentenceFor(failure) }
}

function needsPerson({ layers, unreadable, problem }: Finding): boolean {
  const open = layers.some(({ orphan, versions }) => orphan.length > 0 || versions.length > 0)
  return open || unreadable.length > 0 || problem !== null
}

function inWords({ story, layers, unreadable, problem }: Finding, io: Io): string {
  const strong = (words: string) => paint(io, io.stdout, 'yellow', words)
  const lines = (word: string, marks: readonly Mark[]) =>
    marks.map(({ id, quote }) => `    ${word}  ${id}  ${quotedWords(quote)}`)
  return [
    paint(io, io.stdout, 'bold', printable(story)),
    ...layers.flatMap(({ name, placed, orphan, versions }) => [
      `  ${printable(name)}: ${placed.length} placed, ${orphan.length} orphan`,
      ...lines('placed', placed),
      ...lines(strong('orphan'), orphan),
      ...lines(strong('two versions'), versions),
    ]),
    ...unreadable.map(({ sentence }) => `  ${strong('unreadable')}  ${printable(sentence)}`),
    ...(problem === null ? [] : [`  ${strong(printable(problem))}`]),
    '',
  ].join('\n')
}
