import { align } from './align.ts'
import type { BlockContent } from './block-contents.ts'
import type { FixedKind } from './edited.ts'

/** Blocks of one gap that are compared each with each; in a larger gap they are paired in order. */
const MOST_COMPARED = 10_000
/** Less alike than this, a block is another one. */
const LEAST_ALIKE = 0.3

/** For each edited block the old block whose place it takes, ascending; −1: it came in. */
export type Pairs = Int32Array

/**
 * Finds which block became which. Equal blocks in order first, the fixed ones before all others, since nothing
 * may be done to them; what is left between two of these is paired in order, the most alike.
 */
export function pairBlocks(
  old: readonly BlockContent[],
  edited: readonly BlockContent[],
  fixed: ReadonlyMap<number, FixedKind>,
): Pairs {
  const pairs = alignAround(old, edited, fixed)
  let from = 0
  let oldFrom = 0
  for (let at = 0; at <= edited.length; at++) {
    const partner = at === edited.length ? old.length : (pairs[at] ?? -1)
    if (partner < 0) continue
    pairGap(old, edited, { oldFrom, oldEnd: partner, from, end: at }, pairs)
    from = at + 1
    oldFrom = partner + 1
  }
  return pairs
}

function alignAround(
  old: readonly BlockContent[],
  edited: readonly BlockContent[],
  fixed: ReadonlyMap<number, FixedKind>,
): Pairs {
  const oldKeys = old.map(({ key }) => key)
  const keys = edited.map(({ key }) => key)
  const pinned = new Set([...fixed.keys()].map((block) => oldKeys[block]))
  const before = placesOf(oldKeys, pinned)
  const after = placesOf(keys, pinned)
  const agree =
    before.length === after.length && before.every((at, index) => oldKeys[at] === keys[after[index] ?? -1])
  if (!agree || before.length === 0) return align(oldKeys, keys)
  const pairs = new Int32Array(keys.length).fill(-1)
  const stops = [...before.keys(), before.length]
  for (const index of stops) {
    const [a, aEnd] = [(before[index - 1] ?? -1) + 1, before[index] ?? oldKeys.length]
    const [b, bEnd] = [(after[index - 1] ?? -1) + 1, after[index] ?? keys.length]
    align(oldKeys.slice(a, aEnd), keys.slice(b, bEnd)).forEach((at, to) => {
      if (at >= 0) pairs[b + to] = a + at
    })
    if (bEnd < keys.length) pairs[bEnd] = aEnd
  }
  return pairs
}

function placesOf(keys: readonly string[], wanted: ReadonlySet<string | undefined>): readonly number[] {
  return keys.flatMap((key, index) => (wanted.has(key) ? [index] : []))
}

interface Gap {
  readonly oldFrom: number
  readonly oldEnd: number
  readonly from: number
  readonly end: number
}

function pairGap(
  old: readonly BlockContent[],
  edited: readonly BlockContent[],
  { oldFrom, oldEnd, from, end }: Gap,
  pairs: Pairs,
): void {
  const rows = oldEnd - oldFrom
  const columns = end - from
  if (rows === 0 || columns === 0) return
  const score = (i: number, j: number) => {
    const a = old[oldFrom + i]
    const b = edited[from + j]
    return a === undefined || b === undefined || !isSameSort(a, b) ? 0 : likeness(a.text, b.text)
  }
  if (rows * columns > MOST_COMPARED) {
    for (let at = 0; at < Math.min(rows, columns); at++) {
      if (score(at, at) >= LEAST_ALIKE) pairs[from + at] = oldFrom + at
    }
    return
  }
  // A gap of one and one is that block changed, however much.
  const least = rows === 1 && columns === 1 ? 0.001 : LEAST_ALIKE
  const width = columns + 1
  const best = new Float64Array((rows + 1) * width)
  const scores = new Float64Array(rows * columns)
  const at = (i: number, j: number) => best[i * width + j] ?? 0
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const one = score(i, j)
      scores[i * columns + j] = one
      const paired = one >= least ? one + at(i + 1, j + 1) : 0
      best[i * width + j] = Math.max(paired, at(i + 1, j), at(i, j + 1))
    }
  }
  let i = 0
  let j = 0
  while (i < rows && j < columns) {
    const one = scores[i * columns + j] ?? 0
    if (one >= least && one + at(i + 1, j + 1) >= Math.max(at(i + 1, j), at(i, j + 1))) {
      pairs[from + j++] = oldFrom + i++
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
}

/** One can be the other with its words changed: kind, level and sort of marker agree. */
function isSameSort(a: BlockContent, b: BlockContent): boolean {
  return a.kind === b.kind && a.level === b.level && a.marker === b.marker
}

/** Share of the longer text that both begin and end with, 0.001 … 1. */
function likeness(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start++
  let end = 0
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const share = (start + end) / Math.max(a.length, b.length, 1)
  // A paragraph that was cut in two, or grew, shares all of the shorter one.
  const part = shorter > 0 && start + end === shorter ? LEAST_ALIKE : 0
  return Math.max(0.001, share, part)
}
