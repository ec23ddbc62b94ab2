import type { ImportOutcome, ImportPreview } from '../../shared/desk/contract-import.ts'
import { type Io, paint } from './io.ts'
import { printable, quotedWords } from './printable.ts'

/** What `galley import` says, as `--json` prints it. */
export interface ImportFinding extends Omit<ImportOutcome, 'save'>, Pick<ImportPreview, 'format' | 'words'> {
  /** As they were named on the command line. */
  readonly story: string
  readonly file: string
  /** Nothing was written. */
  readonly dryRun: boolean
  /** What is not beside the story yet, as a sentence; null: all is. */
  readonly problem: string | null
}

export function needsPerson({ orphans, leftOut, problem }: ImportFinding): boolean {
  return orphans.length > 0 || leftOut.length > 0 || problem !== null
}

/** For a person to read: the counts, then a line for each thing to look at. */
export function importInWords(finding: ImportFinding, io: Io): string {
  const { placed, orphans, already, deleted, replies, layers, words, leftOut, warnings, problem } = finding
  const strong = (text: string) => paint(io, io.stdout, 'yellow', text)
  const into = layers.length === 0 ? '' : `, ${layers.map(printable).join(', ')}`
  const counts = [
    `${placed} placed`,
    `${orphans.length} orphan`,
    `${already} already there`,
    ...(deleted.length === 0 ? [] : [`${deleted.length} deleted here before`]),
    ...(replies === 0 ? [] : [`${replies} ${replies === 1 ? 'reply' : 'replies'}`]),
  ]
  return [
    `${paint(io, io.stdout, 'bold', printable(finding.story))}${into}${finding.dryRun ? ' (nothing was written)' : ''}`,
    `  ${counts.join(', ')}`,
    ...words.map(({ word, tag, known, count }) => {
      const own = known ? '' : ', a tag of its own'
      const what = word === '' ? 'without a tag' : quotedWords(word)
      return `  ${count} × ${what} → ${printable(tag)}${own}`
    }),
    ...orphans.map(({ id, quote, annotator }) =>
      ['', strong('orphan'), id, quotedWords(quote), printable(annotator)].join('  '),
    ),
    ...deleted.map(({ quote }) => `  stays deleted  ${quotedWords(quote)}`),
    ...leftOut.map((sentence) => `  ${strong('left out')}  ${printable(sentence)}`),
    ...warnings.map((sentence) => `  ${strong('warning')}  ${printable(sentence)}`),
    ...(problem === null ? [] : [`  ${strong(printable(problem))}`]),
    '',
  ].join('\n')
}
