import type { GalleyRun, Run } from './run.ts'
import { median, p95 } from './stats.ts'

/** A line of the table of one size. */
interface Row {
  readonly name: string
  readonly unit: 'ms' | 'frames' | 'nodes' | 'MB' | 'wrong'
  galley(runs: readonly GalleyRun[]): number
  /** null: the floor has nothing of the kind. */
  readonly floor: ((runs: readonly Run[]) => number) | null
  /** What the issue wants; null: printed only. */
  readonly target: Target | null
}

type Target =
  | { readonly kind: 'times'; readonly most: number }
  | { readonly kind: 'more'; readonly most: number }
  | { readonly kind: 'at-most'; readonly most: number }

const times = (most: number): Target => ({ kind: 'times', most })
const MB = 1_048_576
// Added up over the runs, more than these frames are needed to say that more were dropped: timers tremble.
const TREMBLE = 2

const each = (pick: (run: Run) => readonly number[], of: (values: readonly number[]) => number) => ({
  galley: (runs: readonly GalleyRun[]) => of(runs.flatMap(pick)),
  floor: (runs: readonly Run[]) => of(runs.flatMap(pick)),
})
const one = (pick: (run: Run) => number) => ({
  galley: (runs: readonly GalleyRun[]) => median(runs.map(pick)),
  floor: (runs: readonly Run[]) => median(runs.map(pick)),
})
const letters = (run: Run) => run.letters
const only = { floor: null }

const rows: readonly Row[] = [
  {
    name: 'page start → usable story',
    unit: 'ms',
    galley: (runs) => median(runs.map((run) => run.start)),
    ...only,
    target: null,
  },
  { name: 'open → story painted', unit: 'ms', ...one((run) => run.open), target: times(1.2) },
  { name: 'letter in Edit text, p50', unit: 'ms', ...each(letters, median), target: times(1) },
  { name: 'letter in Edit text, p95', unit: 'ms', ...each(letters, p95), target: times(1.2) },
  { name: 'arrow key, p50', unit: 'ms', ...each((run) => run.arrows, median), target: times(1) },
  { name: 'arrow key, p95', unit: 'ms', ...each((run) => run.arrows, p95), target: times(1.2) },
  {
    name: 'tag → painted, p95 (a letter’s p50)',
    unit: 'ms',
    galley: (runs) => p95(runs.flatMap((run) => run.tags)),
    floor: (runs) => median(runs.flatMap(letters)),
    target: times(2.5),
  },
  {
    name: 'wheel, frames dropped',
    unit: 'frames',
    ...one((run) => run.wheel),
    target: { kind: 'more', most: TREMBLE },
  },
  { name: 'PageDown, p50', unit: 'ms', ...each((run) => run.pages, median), target: times(1.2) },
  { name: 'to the far end, p50', unit: 'ms', ...each((run) => run.jumps, median), target: times(1.2) },
  {
    name: 'to a far mark, p50 (far end)',
    unit: 'ms',
    galley: (runs) => median(runs.flatMap((run) => run.marks)),
    floor: (runs) => median(runs.flatMap((run) => run.jumps)),
    target: times(1.2),
  },
  {
    name: 'marks wrong in the frame of a jump',
    unit: 'wrong',
    galley: (runs) => Math.max(...runs.map((run) => run.wrong)),
    ...only,
    target: { kind: 'at-most', most: 0 },
  },
  { name: 'nodes in the story', unit: 'nodes', ...one((run) => run.nodes), target: times(1.3) },
  {
    name: 'script heap after collection',
    unit: 'MB',
    ...one((run) => run.heap / MB),
    target: { kind: 'more', most: 25 },
  },
  {
    name: 'longest task after opening',
    unit: 'ms',
    ...one((run) => run.task),
    target: { kind: 'at-most', most: 50 },
  },
]

/** The table of one size, as lines of text. @param judged the targets are meant for this size */
export function tableOf(
  ours: readonly GalleyRun[],
  floors: readonly Run[],
  judged: boolean,
): readonly string[] {
  const head = line('', 'Galley', 'floor', 'ratio', judged ? 'target' : '', '')
  const lines = rows.map((row) => {
    const target = judged ? row.target : null
    return lineOf({ ...row, target }, row.galley(ours), row.floor?.(floors) ?? null)
  })
  return [head, ...lines]
}

/** What a person waits for again and again; it must not grow with the number of marks. */
const perKey: readonly (readonly [string, (runs: readonly GalleyRun[]) => number])[] = [
  ['open → story painted', (runs) => median(runs.map((run) => run.open))],
  ['letter in Edit text, p50', (runs) => median(runs.flatMap(letters))],
  ['arrow key, p50', (runs) => median(runs.flatMap((run) => run.arrows))],
  ['tag → painted, p50', (runs) => median(runs.flatMap((run) => run.tags))],
]

/** How the times grow from few marks to many in a story of one length. */
export function growthOf(few: readonly GalleyRun[], many: readonly GalleyRun[]): readonly string[] {
  return perKey.map(([name, of]) => {
    const [less, more] = [of(few), of(many)]
    const verdict = more <= less * 1.2 ? 'met' : 'NOT MET'
    return line(
      `${name}, ms`,
      more.toFixed(1),
      less.toFixed(1),
      `${(more / less).toFixed(2)} ×`,
      '≤ 1.2 ×',
      verdict,
    )
  })
}

function lineOf({ name, unit, target }: Row, galley: number, floor: number | null): string {
  const digits = unit === 'ms' || unit === 'MB' ? 1 : 0
  const label = unit === 'ms' || unit === 'MB' ? `${name}, ${unit}` : name
  const ratio = floor === null || floor === 0 ? '' : `${(galley / floor).toFixed(2)} ×`
  const verdict = target === null ? '' : isMet(target, galley, floor) ? 'met' : 'NOT MET'
  return line(
    label,
    galley.toFixed(digits),
    floor?.toFixed(digits) ?? '',
    ratio,
    target === null ? '' : inWords(target),
    verdict,
  )
}

/** One line of a table. */
export function line(...[name, galley, floor, ratio, target, verdict]: readonly string[]): string {
  const cells = [galley?.padStart(9), floor?.padStart(9), ratio?.padStart(9), target?.padStart(14)]
  return `  ${name?.padEnd(42)}${cells.join('')}   ${verdict}`.trimEnd()
}

function isMet(target: Target, galley: number, floor: number | null): boolean {
  if (target.kind === 'at-most') return galley <= target.most
  if (floor === null) return false
  return target.kind === 'times' ? galley <= floor * target.most : galley <= floor + target.most
}

function inWords({ kind, most }: Target): string {
  if (kind === 'times') return `≤ ${most.toFixed(1)} ×`
  return kind === 'more' ? `≤ floor + ${most}` : `≤ ${most}`
}
