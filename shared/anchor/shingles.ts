import type { Words } from './words.ts'

/** Hash of `length` words from word `from` on. */
export function shingleHash(ids: Int32Array, from: number, length: number): number {
  let hash = 0x12345
  for (let i = from; i < from + length; i++) {
    hash = Math.imul(hash ^ (ids[i] as number), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash
}

/** Are these runs of words the same? */
export function sameRun(a: Int32Array, from: number, b: Int32Array, at: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[from + i] !== b[at + i]) return false
  return true
}

const NONE = -1

/**
 * Where the runs of so many words ("shingles") of a text stand: a hash table with open addressing whose entries
 * are chains in reading order. Two runs with one hash are not told apart: whoever asks compares the words.
 */
export class ShingleIndex {
  readonly length: number
  readonly #mask: number
  readonly #keys: Int32Array
  readonly #first: Int32Array
  readonly #counts: Int32Array
  readonly #next: Int32Array

  constructor(words: Words, length: number) {
    const runs = Math.max(0, words.count - length + 1)
    let size = 4
    while (size < 2 * runs) size *= 2
    this.length = length
    this.#mask = size - 1
    this.#keys = new Int32Array(size)
    this.#first = new Int32Array(size).fill(NONE)
    this.#counts = new Int32Array(size)
    this.#next = new Int32Array(runs)
    for (let run = runs - 1; run >= 0; run--) {
      const hash = shingleHash(words.ids, run, length)
      const slot = this.#slot(hash)
      this.#keys[slot] = hash
      this.#next[run] = this.#first[slot] as number
      this.#first[slot] = run
      this.#counts[slot] = (this.#counts[slot] as number) + 1
    }
  }

  /** A handle for {@link count} and {@link first}. */
  find(hash: number): number {
    return this.#slot(hash)
  }

  count(handle: number): number {
    return this.#counts[handle] as number
  }

  /** Word number of the first run, or a negative number. */
  first(handle: number): number {
    return this.#first[handle] as number
  }

  /** The next run with the same hash, or a negative number. */
  next(run: number): number {
    return this.#next[run] as number
  }

  #slot(hash: number): number {
    let slot = (hash ^ (hash >>> 13)) & this.#mask
    while ((this.#counts[slot] as number) > 0 && this.#keys[slot] !== hash) slot = (slot + 1) & this.#mask
    return slot
  }
}

interface RarestRun {
  /** Which of the row's words the run begins with. */
  readonly from: number
  /** Where it stands first in the indexed text, or a negative number; {@link ShingleIndex.next} goes on. */
  readonly first: number
  /** How often. */
  readonly count: number
}

/**
 * Of the runs in the row of words from `begin` to before `end`, the one that stands in the indexed text least often.
 * The row is long enough for one.
 */
export function rarestRun(index: ShingleIndex, ids: Int32Array, begin: number, end: number): RarestRun {
  let from = begin
  let rarest = -1
  let least = Number.POSITIVE_INFINITY
  for (let run = begin; run + index.length <= end && least > 1; run++) {
    const handle = index.find(shingleHash(ids, run, index.length))
    const count = index.count(handle)
    if (count < least) {
      from = run
      rarest = handle
      least = count
    }
  }
  return { from: from - begin, first: rarest < 0 ? NONE : index.first(rarest), count: least }
}
