import type { Words } from './words.ts'

/** For each word of the old text the word of the new one that it became; {@link GONE} for none. */
export type WordMap = Int32Array

export const GONE = -1

/** The links between two texts while they are made: at most one per word on either side. */
export class Links {
  readonly old: Words
  readonly today: Words
  /** Word of today for each old word, and back; {@link GONE} for none. */
  readonly to: WordMap
  readonly from: WordMap

  constructor(old: Words, today: Words) {
    this.old = old
    this.today = today
    this.to = new Int32Array(old.count).fill(GONE)
    this.from = new Int32Array(today.count).fill(GONE)
  }

  link(a: number, b: number): void {
    this.to[a] = b
    this.from[b] = a
  }

  unlink(a: number): void {
    this.from[this.to[a] as number] = GONE
    this.to[a] = GONE
  }

  /** Neither word is linked yet, and they are the same word. */
  fit(a: number, b: number): boolean {
    return (
      a >= 0 &&
      b >= 0 &&
      a < this.old.count &&
      b < this.today.count &&
      this.to[a] === GONE &&
      this.from[b] === GONE &&
      this.old.ids[a] === this.today.ids[b]
    )
  }
}
