/** A block before and after; null: it is not there. Pairs with both are the same block, be it changed. */
export type BlockPair =
  | { readonly old: number; readonly fresh: number }
  | { readonly old: number; readonly fresh: null }
  | { readonly old: null; readonly fresh: number }

// Above this many comparisons, blocks between two that are known to be the same are paired in their order.
const MOST_COMPARISONS = 1024

/**
 * Which block became which, in an order in which one can go through both. Blocks whose text stands once on either
 * side hold the rest in place (patience diff, Bram Cohen); between them the most alike belong together. Blocks
 * that come stand before blocks that go, so that there is always one.
 */
export function pairBlocks(old: readonly string[], fresh: readonly string[]): readonly BlockPair[] {
  const work = pairingBlocks(old, fresh)
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

/** The same in small pieces of work, between which something else may be done. */
export function* pairingBlocks(
  old: readonly string[],
  fresh: readonly string[],
): Generator<undefined, readonly BlockPair[]> {
  const pairs: BlockPair[] = []
  const work: Range[] = [{ from: 0, to: old.length, start: 0, end: fresh.length }]
  for (let range = work.pop(); range !== undefined; range = work.pop()) {
    yield
    let { from, to, start, end } = range
    while (from < to && start < end && old[from] === fresh[start]) pairs.push({ old: from++, fresh: start++ })
    while (to > from && end > start && old[to - 1] === fresh[end - 1]) pairs.push({ old: --to, fresh: --end })
    const anchors = anchorsIn(old, fresh, { from, to, start, end })
    if (anchors.length === 0) {
      pairs.push(...pairAlike(old, fresh, { from, to, start, end }))
      continue
    }
    for (const anchor of [...anchors, { old: to, fresh: end }]) {
      work.push({ from, to: anchor.old, start, end: anchor.fresh })
      from = anchor.old
      start = anchor.fresh
    }
  }
  return inOrder(pairs, old.length, fresh.length)
}

/** Blocks `from`–`to` of the old ones against `start`–`end` of the fresh ones; half-open. */
interface Range {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
}

interface Both {
  readonly old: number
  readonly fresh: number
}

/** Texts that stand once on either side, as many of them as keep their order. */
function anchorsIn(
  old: readonly string[],
  fresh: readonly string[],
  { from, to, start, end }: Range,
): readonly Both[] {
  const once = (texts: readonly string[], first: number, last: number) => {
    const places = new Map<string, number>()
    for (let i = first; i < last; i++) {
      const text = texts[i] ?? ''
      places.set(text, places.has(text) ? -1 : i)
    }
    return places
  }
  const there = once(fresh, start, end)
  const both: Both[] = []
  for (const [text, place] of once(old, from, to)) {
    const other = there.get(text) ?? -1
    if (place >= 0 && other >= 0) both.push({ old: place, fresh: other })
  }
  return longestAscending(both)
}

/** The longest run in which the fresh places ascend; the old ones do already. Patience sorting. */
function longestAscending(both: readonly Both[]): readonly Both[] {
  const tops: number[] = []
  const previous = new Int32Array(both.length)
  both.forEach(({ fresh }, i) => {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((both[tops[middle] ?? 0]?.fresh ?? 0) < fresh) low = middle + 1
      else high = middle
    }
    previous[i] = low > 0 ? (tops[low - 1] ?? -1) : -1
    tops[low] = i
  })
  const run: Both[] = []
  for (let i = tops.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) {
    const one = both[i]
    if (one !== undefined) run.push(one)
  }
  return run.reverse()
}

/** Pairs of blocks that are most alike in all, each with one at most (as in a longest common subsequence). */
function pairAlike(old: readonly string[], fresh: readonly string[], range: Range): readonly Both[] {
  const { from, to, start, end } = range
  const rows = to - from
  const columns = end - start
  if (rows * columns > MOST_COMPARISONS || areCorrections(old, fresh, range)) {
    return Array.from({ length: Math.min(rows, columns) }, (_, i) => ({ old: from + i, fresh: start + i }))
  }
  const width = columns + 1
  const best = new Float64Array((rows + 1) * width)
  const at = (row: number, column: number) => best[row * width + column] ?? 0
  const paired = (row: number, column: number) => {
    const value = likeness(old[from + row] ?? '', fresh[start + column] ?? '')
    return value === 0 ? -1 : value + at(row + 1, column + 1)
  }
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      best[row * width + column] = Math.max(paired(row, column), at(row + 1, column), at(row, column + 1))
    }
  }
  const pairs: Both[] = []
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (paired(row, column) === at(row, column)) pairs.push({ old: from + row++, fresh: start + column++ })
    else if (at(row + 1, column) === at(row, column)) row++
    else column++
  }
  return pairs
}

// What paragraphs with a few corrected words are alike on the average, and others are not.
const CORRECTED = 1.25

/** As many blocks on either side, each one like its counterpart: words were corrected, no block came or went. */
function areCorrections(
  old: readonly string[],
  fresh: readonly string[],
  { from, to, start, end }: Range,
): boolean {
  if (to - from !== end - start) return false
  let sum = 0
  for (let i = 0; i < to - from; i++) {
    const value = likeness(old[from + i] ?? '', fresh[start + i] ?? '')
    if (value === 0) return false
    sum += value
  }
  return sum >= CORRECTED * (to - from)
}

/** 0: an empty line and words are never the same block; else 1 and the share of units that agree at both ends. */
function likeness(a: string, b: string): number {
  if (a === b) return 3
  if (a === '' || b === '') return 0
  const most = Math.min(a.length, b.length)
  let head = 0
  while (head < most && a.charCodeAt(head) === b.charCodeAt(head)) head++
  let tail = 0
  const [endA, endB] = [a.length - 1, b.length - 1]
  while (tail < most - head && a.charCodeAt(endA - tail) === b.charCodeAt(endB - tail)) tail++
  return 1 + (head + tail) / Math.max(a.length, b.length)
}

function inOrder(pairs: readonly BlockPair[], old: number, fresh: number): readonly BlockPair[] {
  const partner = new Int32Array(old).fill(-1)
  for (const pair of pairs) if (pair.old !== null && pair.fresh !== null) partner[pair.old] = pair.fresh
  const all: BlockPair[] = []
  let next = 0
  let gone: number[] = []
  const close = (until: number) => {
    while (next < until) all.push({ old: null, fresh: next++ })
    for (const block of gone) all.push({ old: block, fresh: null })
    gone = []
  }
  for (let i = 0; i < old; i++) {
    const to = partner[i] ?? -1
    if (to < 0) {
      gone.push(i)
      continue
    }
    close(to)
    all.push({ old: i, fresh: next++ })
  }
  close(fresh)
  return all
}
