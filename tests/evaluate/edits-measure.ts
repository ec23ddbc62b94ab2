import { AnchorText, anchorAll, type Found } from '../../shared/anchor/anchor.ts'
import type { Clue } from '../../shared/anchor/clue.ts'
import { describeSpan } from '../../shared/anchor/describe.ts'
import { CodePointIndex } from '../../shared/story/code-points.ts'
import { span } from '../../shared/units.ts'
import { seededRandom } from '../bench/random.ts'
import { fold } from './fold.ts'
import { type EditedStory, editStory, type Truth } from './made-edits.ts'
import { type MadeMark, makeMarks } from './made-marks.ts'
import type { Prose } from './made-prose.ts'
import { type MadeStory, makeStory } from './made-story.ts'

/** One made story, its marks, and what became of it. */
export interface EditTrial {
  readonly made: MadeStory
  readonly marks: readonly MadeMark[]
  readonly edited: EditedStory
}

/** What came of the marks of one trial. Counts of marks; `surviving` + `deleted` are all. */
export interface EditTally {
  readonly perSecond: number
  /** What cutting the edited text into words takes alone: how fast this machine is at this moment. */
  readonly floorMilliseconds: number
  readonly surviving: number
  /** Found with the very borders of the truth. */
  readonly exact: number
  /** Found with at least 0.8 of the text that answer and truth cover together. */
  readonly close: number
  /** The words at the answer differ, and the match says so. */
  readonly saidChanged: number
  /** The words differ by more than typography, and the match says they don't. */
  readonly silent: number
  readonly orphans: number
  /** The answer and the truth have next to nothing in common. */
  readonly wrong: number
  readonly deleted: number
  readonly deletedOrphans: number
  /** Answers for a deleted mark that don't even touch the words that replaced its own. */
  readonly deletedElsewhere: number
}

const CLOSE = 0.8
const NOTHING_IN_COMMON = 0.1
/** Odd, so that the median is one of them. */
const RUNS = 3

/** @param share of the words to be changed, 0 … 1. The same seed makes the same trial. */
export function makeTrial(
  prose: Prose,
  words: number,
  marks: number,
  share: number,
  seed: number,
): EditTrial {
  const made = makeStory(prose, words, seededRandom(seed))
  const chosen = makeMarks(made, marks, seededRandom(seed + 1))
  const edited = editStory(made, chosen, share, prose, seededRandom(seed + 2))
  return { made, marks: chosen, edited }
}

/** Anchors the marks of a trial in the edited story, with the old text or from their selectors alone. */
export function measure(trial: EditTrial, withOldText: boolean): EditTally {
  const { made, marks, edited } = trial
  const index = new CodePointIndex(made.text)
  const clues = marks.map((mark): Clue => {
    const { exact, prefix, suffix, start, end } = describeSpan(made.text, span(mark.start, mark.end), index)
    return { exact, prefix, suffix, position: { start, end } }
  })
  let found: readonly (Found | null)[] = []
  const median = medianTime(() => {
    found = anchorAll(new AnchorText(edited.story.text), clues, withOldText ? made.text : null)
  })
  const floor = medianTime(() => new AnchorText(edited.story.text).words)
  const outcomes = marks.map((mark, n) => outcomeOf(trial, mark, edited.truthOf(mark), found[n] ?? null))
  const count = (...kinds: readonly (keyof Outcome)[]): number =>
    outcomes.filter((outcome) => kinds.every((kind) => outcome[kind])).length
  return {
    perSecond: marks.length / (median / 1000),
    floorMilliseconds: floor,
    surviving: count('survives'),
    exact: count('survives', 'exact'),
    close: count('survives', 'close'),
    saidChanged: count('survives', 'saidChanged'),
    silent: count('silent'),
    orphans: count('survives', 'orphan'),
    wrong: count('survives', 'elsewhere'),
    deleted: marks.length - count('survives'),
    deletedOrphans: count('orphan') - count('survives', 'orphan'),
    deletedElsewhere: count('elsewhere') - count('survives', 'elsewhere'),
  }
}

/** Milliseconds, the median of some runs after one that is not measured: the first pays for compilation. */
function medianTime(work: () => unknown): number {
  work()
  const times = Array.from({ length: RUNS }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
  return times.sort((a, b) => a - b)[(RUNS - 1) / 2] ?? 0
}

interface Outcome {
  readonly survives: boolean
  readonly orphan: boolean
  readonly exact: boolean
  readonly close: boolean
  readonly elsewhere: boolean
  readonly saidChanged: boolean
  readonly silent: boolean
}

function outcomeOf(trial: EditTrial, mark: MadeMark, truth: Truth, found: Found | null): Outcome {
  const survives = truth.place !== null
  const none = { exact: false, close: false, elsewhere: false, saidChanged: false, silent: false }
  if (found === null) return { survives, orphan: true, ...none }
  const overlap = shared(found.span, truth.place ?? truth.slots)
  const was = trial.made.text.slice(mark.start, mark.end)
  const is = trial.edited.story.text.slice(found.span.start, found.span.end)
  const differ = fold(was) !== fold(is)
  return {
    survives,
    orphan: false,
    exact: found.span.start === truth.place?.start && found.span.end === truth.place?.end,
    close: overlap >= CLOSE,
    elsewhere: survives ? overlap < NOTHING_IN_COMMON : overlap === 0,
    saidChanged: differ && found.match === 'changed',
    silent: (differ && found.match !== 'changed') || (was !== is && found.match === 'exact'),
  }
}

interface Range {
  readonly start: number
  readonly end: number
}

/** Intersection over union of two ranges, 0 … 1. */
function shared(one: Range, other: Range | null): number {
  if (other === null) return 0
  const both = Math.min(one.end, other.end) - Math.max(one.start, other.start)
  return both <= 0 ? 0 : both / (Math.max(one.end, other.end) - Math.min(one.start, other.start))
}
