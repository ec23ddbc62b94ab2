/** Cells of the table for an exact answer; larger gaps are only anchored. 1 M cells take some milliseconds. */
const MOST_CELLS = 1_000_000

/**
 * Finds which elements of a sequence are still there in a later one, in order: common start and end, then
 * elements that occur once in both (patience), then the longest common subsequence of what is left.
 * @returns for each element of `later` the index of its counterpart in `earlier`, −1: none; ascending
 */
export function align(earlier: readonly string[], later: readonly string[]): Int32Array {
  const found = new Int32Array(later.length).fill(-1)
  const open = [{ a: 0, aEnd: earlier.length, b: 0, bEnd: later.length }]
  for (let gap = open.pop(); gap !== undefined; gap = open.pop()) {
    let { a, aEnd, b, bEnd } = gap
    while (a < aEnd && b < bEnd && earlier[a] === later[b]) found[b++] = a++
    while (a < aEnd && b < bEnd && earlier[aEnd - 1] === later[bEnd - 1]) found[--bEnd] = --aEnd
    if (a === aEnd || b === bEnd) continue
    const anchors = uniqueInBoth(earlier, later, { a, aEnd, b, bEnd })
    if (anchors.length === 0) {
      if ((aEnd - a) * (bEnd - b) <= MOST_CELLS) exact(earlier, later, { a, aEnd, b, bEnd }, found)
      continue
    }
    for (const [at, to] of anchors) {
      found[to] = at
      open.push({ a, aEnd: at, b, bEnd: to })
      a = at + 1
      b = to + 1
    }
    open.push({ a, aEnd, b, bEnd })
  }
  return found
}

interface Gap {
  readonly a: number
  readonly aEnd: number
  readonly b: number
  readonly bEnd: number
}

/** The longest ascending chain of elements that occur exactly once on both sides. */
function uniqueInBoth(
  earlier: readonly string[],
  later: readonly string[],
  gap: Gap,
): readonly (readonly [number, number])[] {
  const before = placesOf(earlier, gap.a, gap.aEnd)
  const pairs: (readonly [number, number])[] = []
  for (const [element, to] of placesOf(later, gap.b, gap.bEnd)) {
    const at = before.get(element)
    if (at !== undefined && at >= 0 && to >= 0) pairs.push([at, to])
  }
  return longestAscending(pairs)
}

/** Where each element stands; −1: more than once. In the order of first occurrence. */
function placesOf(elements: readonly string[], from: number, end: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (let index = from; index < end; index++) {
    const element = elements[index] ?? ''
    places.set(element, places.has(element) ? -1 : index)
  }
  return places
}

/** Of pairs with ascending second parts, the most whose first parts ascend too (patience sorting). */
function longestAscending(
  pairs: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const tops: number[] = []
  const below = new Int32Array(pairs.length).fill(-1)
  pairs.forEach(([first], index) => {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tops[middle] ?? 0]?.[0] ?? 0) < first) low = middle + 1
      else high = middle
    }
    below[index] = low === 0 ? -1 : (tops[low - 1] ?? -1)
    tops[low] = index
  })
  const chain: (readonly [number, number])[] = []
  for (let index = tops.at(-1) ?? -1; index >= 0; index = below[index] ?? -1) {
    const pair = pairs[index]
    if (pair !== undefined) chain.push(pair)
  }
  return chain.reverse()
}

/** Longest common subsequence by the usual table. */
function exact(earlier: readonly string[], later: readonly string[], gap: Gap, found: Int32Array): void {
  const { a, aEnd, b, bEnd } = gap
  const width = bEnd - b + 1
  const lengths = new Int32Array((aEnd - a + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = aEnd - a - 1; i >= 0; i--) {
    for (let j = bEnd - b - 1; j >= 0; j--) {
      const same = earlier[a + i] === later[b + j]
      lengths[i * width + j] = same ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  let i = 0
  let j = 0
  while (i < aEnd - a && j < bEnd - b) {
    if (earlier[a + i] === later[b + j]) found[b + j++] = a + i++
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
}
