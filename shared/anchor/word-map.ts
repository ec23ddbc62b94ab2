import { fillGaps } from './gaps.ts'
import { GONE, Links, type WordMap } from './links.ts'
import { sameRun, shingleHash } from './shingles.ts'
import { slideGaps } from './slide.ts'
import type { Words } from './words.ts'

// Runs of six words hardly ever repeat by chance; what they leave open is small, so there three words suffice.
const SHINGLES = [6, 3]
// A word linked further than this from where both its neighbours went is chance.
const FAR = 400

/**
 * Follows every word of a text into its later version, moves included, in the manner of Heckel (1978) and of
 * patience diff: runs of words that stand once in both texts are certain and grow to both sides while words agree;
 * between certain ones, the longest common row of words is linked. Both texts were numbered by one dictionary.
 */
export function mapWords(old: Words, today: Words): WordMap {
  const links = new Links(old, today)
  for (const length of SHINGLES) linkUniqueRuns(links, length)
  fillGaps(links)
  dropStrays(links)
  slideGaps(links)
  return links.to
}

const NONE = -1
const SEVERAL = -2

function linkUniqueRuns(links: Links, length: number): void {
  const { old, today, to, from } = links
  const oldRuns = old.count - length + 1
  const runs = today.count - length + 1
  if (oldRuns <= 0 || runs <= 0) return
  let size = 4
  while (size < 2 * Math.max(oldRuns, runs)) size *= 2
  const keys = new Int32Array(size)
  const inOld = new Int32Array(size).fill(NONE)
  const inToday = new Int32Array(size).fill(NONE)
  /** Slot of each old run that was looked at: neither hashed nor searched twice. */
  const slots = new Int32Array(oldRuns)
  const slotOf = (hash: number): number => {
    let slot = (hash ^ (hash >>> 13)) & (size - 1)
    while (inOld[slot] !== NONE && keys[slot] !== hash) slot = (slot + 1) & (size - 1)
    return slot
  }
  for (let run = 0; run < oldRuns; run++) {
    if (to[run] !== GONE) continue
    const hash = shingleHash(old.ids, run, length)
    const slot = slotOf(hash)
    slots[run] = slot
    inOld[slot] = inOld[slot] === NONE ? run : SEVERAL
    keys[slot] = hash
  }
  for (let run = 0; run < runs; run++) {
    if (from[run] !== GONE) continue
    const slot = slotOf(shingleHash(today.ids, run, length))
    if (inOld[slot] !== NONE) inToday[slot] = inToday[slot] === NONE ? run : SEVERAL
  }
  for (let run = 0; run < oldRuns; run++) {
    if (to[run] !== GONE) continue
    const slot = slots[run] as number
    const there = inToday[slot] as number
    if (inOld[slot] !== run || there < 0 || from[there] !== GONE) continue
    if (!sameRun(old.ids, run, today.ids, there, length)) continue
    for (let a = run, b = there; links.fit(a, b); a++, b++) links.link(a, b)
    for (let a = run - 1, b = there - 1; links.fit(a, b); a--, b--) links.link(a, b)
  }
}

function dropStrays(links: Links): void {
  const { to, old } = links
  for (let a = 1; a + 1 < old.count; a++) {
    const before = to[a - 1] as number
    const here = to[a] as number
    const after = to[a + 1] as number
    if (here === GONE || before === GONE || after === GONE) continue
    if (Math.abs(here - before) > FAR && Math.abs(after - here) > FAR) links.unlink(a)
  }
}
