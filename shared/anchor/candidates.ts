import type { AnchorText } from './anchor-text.ts'
import { UNKNOWN } from './dictionary.ts'
import type { Question } from './question.ts'
import { shingleHash } from './shingles.ts'

// Runs tried, longest first: how often one may stand in the text to count, and what it is worth.
const VOTES = [
  { length: 3, most: 200, worth: 3 },
  { length: 2, most: 300, worth: 2 },
  { length: 1, most: 400, worth: 1 },
]
// Votes for places so many words apart are counted together.
const BUCKET_BITS = 2
const BUCKET = 1 << BUCKET_BITS
// The buckets beside one speak for its place too, but not as loud.
const BESIDE = 0.7
const CANDIDATES = 5
// A place with less than this share of the best one's votes is not looked at.
const SHARE = 0.35

/** Votes by bucket, all 0 between two counts, and the buckets that have any. */
let votes = new Float64Array(0)
let voted = new Int32Array(256)

/** Word numbers where the row asked for would begin, those that the most and the rarest runs of words speak for first. */
export function candidates(text: AnchorText, { words }: Question): readonly number[] {
  // A row may begin before the text does; one more bucket at each end spares a look over the edge.
  const shift = ((words.count >> BUCKET_BITS) + 2) * BUCKET
  const buckets = ((text.words.count + shift) >> BUCKET_BITS) + 2
  if (votes.length < buckets) votes = new Float64Array(buckets)
  let count = 0
  let voters = 0
  for (const { length, most, worth } of VOTES) {
    const index = text.shingles(length)
    for (let run = 0; run + length <= words.count; run++) {
      if (hasUnknown(words.ids, run, length)) continue
      const handle = index.find(shingleHash(words.ids, run, length))
      const stands = index.count(handle)
      if (stands === 0 || stands > most) continue
      const weight = worth / Math.sqrt(stands)
      for (let there = index.first(handle); there >= 0; there = index.next(there)) {
        const bucket = (there - run + shift) >> BUCKET_BITS
        if (votes[bucket] === 0) {
          if (count === voted.length) voted = longer(voted)
          voted[count++] = bucket
        }
        votes[bucket] = (votes[bucket] as number) + weight
      }
      voters++
    }
    if (voters >= length) break
  }
  const chosen = best(count, shift)
  for (let i = 0; i < count; i++) votes[voted[i] as number] = 0
  return chosen
}

function longer(all: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(all.length * 2)
  copy.set(all)
  return copy
}

const bestSums = new Float64Array(CANDIDATES)
const bestBuckets = new Int32Array(CANDIDATES)

/** The places with the most votes, those first; of two with as many, the first in the text first. */
function best(count: number, shift: number): readonly number[] {
  let size = 0
  for (let i = 0; i < count; i++) {
    const bucket = voted[i] as number
    const beside = (votes[bucket - 1] as number) + (votes[bucket + 1] as number)
    const sum = (votes[bucket] as number) + BESIDE * beside
    let at = size
    while (at > 0 && isBefore(sum, bucket, at - 1)) at--
    if (at === CANDIDATES) continue
    if (size < CANDIDATES) size++
    for (let move = size - 1; move > at; move--) {
      bestSums[move] = bestSums[move - 1] as number
      bestBuckets[move] = bestBuckets[move - 1] as number
    }
    bestSums[at] = sum
    bestBuckets[at] = bucket
  }
  const places: number[] = []
  for (let i = 0; i < size; i++) {
    if ((bestSums[i] as number) < SHARE * (bestSums[0] as number)) break
    places.push((bestBuckets[i] as number) * BUCKET - shift)
  }
  return places
}

function isBefore(sum: number, bucket: number, at: number): boolean {
  const other = bestSums[at] as number
  return sum > other || (sum === other && bucket < (bestBuckets[at] as number))
}

function hasUnknown(ids: Int32Array, from: number, length: number): boolean {
  for (let i = from; i < from + length; i++) if (ids[i] === UNKNOWN) return true
  return false
}
