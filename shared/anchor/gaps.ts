import { GONE, type Links } from './links.ts'

// A gap longer than this was written anew: what its words have in common is chance.
const LONGEST = 700
// Beside a gap whose ends were moved apart, so many more words of today are looked at than it had.
const SLACK = 24

/** Links what unlinked words have in common with the unlinked words between their linked neighbours. */
export function fillGaps(links: Links): void {
  const { to, old } = links
  let from = 0
  while (from < old.count) {
    if (to[from] !== GONE) {
      from++
      continue
    }
    let end = from
    while (end < old.count && to[end] === GONE) end++
    if (end - from <= LONGEST) fillGap(links, from, end)
    else linkEnds(links, from, end)
    from = end
  }
}

/** Links what agrees at the two ends of a long gap: of a text that repeats itself, nothing else is sure. */
function linkEnds(links: Links, from: number, end: number): void {
  const { to, old, today } = links
  const low = from > 0 ? (to[from - 1] as number) + 1 : 0
  const high = end < old.count ? (to[end] as number) : today.count
  for (let a = from, b = low; a < end && links.fit(a, b); a++, b++) links.link(a, b)
  for (let a = end - 1, b = high - 1; a >= from && links.fit(a, b); a--, b--) links.link(a, b)
}

/** The old words from `from` to before `end` are unlinked, their neighbours are not. */
function fillGap(links: Links, from: number, end: number): void {
  const { to, old, today } = links
  const low = from > 0 ? (to[from - 1] as number) + 1 : 0
  const high = end < old.count ? (to[end] as number) : today.count
  const after = freeAfter(links, low, LONGEST)
  if (low <= high && low + after >= high) {
    linkCommon(links, from, end, low, high)
    return
  }
  linkCommon(links, from, end, low, low + Math.min(after, end - from + SLACK))
  let left = end
  while (left > from && to[left - 1] === GONE) left--
  if (end < old.count) {
    linkCommon(links, left, end, high - freeBefore(links, high, end - left + SLACK), high)
  }
}

/** How many words of today from `at` on are unlinked, counted up to `limit`. */
function freeAfter({ from, today }: Links, at: number, limit: number): number {
  let count = 0
  while (count < limit && at + count < today.count && from[at + count] === GONE) count++
  return count
}

function freeBefore({ from }: Links, at: number, limit: number): number {
  let count = 0
  while (count < limit && at - 1 - count >= 0 && from[at - 1 - count] === GONE) count++
  return count
}

let scratch = new Uint16Array(4096)

/** Links the longest common row of the old words `from`–`end` and the words of today `low`–`high`. */
function linkCommon(links: Links, from: number, end: number, low: number, high: number): void {
  const rows = end - from
  const columns = high - low
  if (rows <= 0 || columns <= 0) return
  const a = links.old.ids
  const b = links.today.ids
  const width = columns + 1
  const cells = (rows + 1) * width
  if (scratch.length < cells) scratch = new Uint16Array(cells * 2)
  const common = scratch
  common.fill(0, 0, cells)
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const cell = row * width + column
      const down = common[cell + width] as number
      const right = common[cell + 1] as number
      if (a[from + row] === b[low + column]) common[cell] = (common[cell + width + 1] as number) + 1
      else common[cell] = down > right ? down : right
    }
  }
  let row = 0
  let column = 0
  while (row < rows && column < columns) {
    const cell = row * width + column
    if (a[from + row] === b[low + column]) links.link(from + row++, low + column++)
    else if ((common[cell + width] as number) >= (common[cell + 1] as number)) row++
    else column++
  }
}
