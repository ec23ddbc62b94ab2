import { type EditTally, makeTrial, measure } from './edits-measure.ts'
import { arabic, chinese } from './made-other-prose.ts'
import { english, type Prose } from './made-prose.ts'

/** What to measure. Each size is edited lightly, as usual, and heavily, each time from the same story. */
export interface EditsOptions {
  readonly seed: number
  /** Only this size, instead of the three usual ones. */
  readonly words?: number
  readonly marks?: number
}

const sizes = [
  { words: 1_000, marks: 50 },
  { words: 10_000, marks: 500 },
  { words: 100_000, marks: 5_000 },
]
const shares = [0.02, 0.05, 0.2]
/** A small size, to see that nothing hangs on the Latin script. */
const otherScripts = { words: 1_000, marks: 50, share: 0.05 }

interface Column {
  readonly head: string
  readonly width: number
}

const left: readonly Column[] = [
  { head: 'words x marks', width: 15 },
  { head: 'edited', width: 6 },
  { head: 'from', width: 15 },
]
const figures: readonly (Column & { readonly show: (tally: EditTally) => string })[] = [
  { head: 'spans/s', width: 9, show: (t) => Math.round(t.perSecond).toLocaleString('en') },
  { head: 'floor ms', width: 8, show: (t) => t.floorMilliseconds.toFixed(1) },
  { head: 'exact', width: 8, show: (t) => percent(t.exact, t.surviving) },
  { head: '>= 0.8', width: 8, show: (t) => percent(t.close, t.surviving) },
  { head: 'changed', width: 8, show: (t) => percent(t.saidChanged, t.surviving) },
  { head: 'silent', width: 8, show: (t) => percent(t.silent, t.surviving + t.deleted) },
  { head: 'orphan', width: 8, show: (t) => percent(t.orphans, t.surviving) },
  { head: 'wrong', width: 8, show: (t) => percent(t.wrong, t.surviving) },
  { head: 'deleted', width: 8, show: (t) => String(t.deleted) },
  { head: 'orphaned', width: 9, show: (t) => percent(t.deletedOrphans, t.deleted) },
  { head: 'elsewhere', width: 9, show: (t) => percent(t.deletedElsewhere, t.deleted) },
]

/** Prints one row for each size, share of changed words and kind of evidence. */
export function evaluateEdits(options: EditsOptions, print: (line: string) => void): void {
  const { seed, words, marks } = options
  for (const line of legend(seed)) print(line)
  print([...left.map(({ head, width }) => head.padEnd(width)), ...figures.map(right)].join(' '))
  const row = (prose: Prose, wordCount: number, markCount: number, share: number): void => {
    const trial = makeTrial(prose, wordCount, markCount, share, seed)
    const size = `${wordCount.toLocaleString('en')} x ${markCount.toLocaleString('en')}`
    for (const withOldText of [true, false]) {
      const tally = measure(trial, withOldText)
      const cells = [size, `${share * 100} %`, withOldText ? 'old text' : 'selectors alone']
      const values = figures.map(({ show, width }) => show(tally).padStart(width))
      const note = prose === english ? '' : `  ${prose.name}`
      print([...cells.map((cell, n) => cell.padEnd(left[n]?.width ?? 0)), ...values].join(' ') + note)
    }
  }
  const one = words !== undefined || marks !== undefined
  const chosen = one
    ? [{ words: words ?? 20 * (marks ?? 50), marks: marks ?? Math.ceil((words ?? 0) / 20) }]
    : sizes
  for (const size of chosen) for (const share of shares) row(english, size.words, size.marks, share)
  if (one) return
  for (const prose of [arabic, chinese])
    row(prose, otherScripts.words, otherScripts.marks, otherScripts.share)
}

const legend = (seed: number): readonly string[] => [
  `Marks in edited stories, seed ${seed}. Time: median of three runs after a first one, indexing included;`,
  'floor: what cutting the text into words takes alone, so how fast the machine is just now.',
  'exact … wrong: percent of the marks with words left. exact: the very borders; >= 0.8: of the text that answer',
  'and truth cover together; changed: other words, and said so; silent: other words, not said (of all marks);',
  'wrong: answer and truth share less than a tenth. deleted: marks without a word left; percent of them orphaned,',
  'and percent placed elsewhere than on the words that replaced theirs.',
  '',
]

const right = ({ head, width }: Column): string => head.padStart(width)

function percent(part: number, all: number): string {
  return all === 0 ? '-' : ((100 * part) / all).toFixed(2)
}
