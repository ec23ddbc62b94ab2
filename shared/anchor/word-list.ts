import type { Words } from './words.ts'

/** A row of words that grows. */
export class WordList {
  #ids: Int32Array
  #starts: Int32Array
  #ends: Int32Array
  #count = 0

  constructor(capacity: number) {
    this.#ids = new Int32Array(capacity)
    this.#starts = new Int32Array(capacity)
    this.#ends = new Int32Array(capacity)
  }

  clear(): void {
    this.#count = 0
  }

  add(id: number, start: number, end: number): void {
    if (this.#count === this.#ids.length) this.#grow()
    this.#ids[this.#count] = id
    this.#starts[this.#count] = start
    this.#ends[this.#count++] = end
  }

  /** The words, until the next one is added or the list cleared. The arrays may be longer than the row. */
  borrow(text: string): Words {
    return { text, count: this.#count, ids: this.#ids, starts: this.#starts, ends: this.#ends }
  }

  #grow(): void {
    this.#ids = longer(this.#ids)
    this.#starts = longer(this.#starts)
    this.#ends = longer(this.#ends)
  }
}

function longer(all: Int32Array): Int32Array {
  const copy = new Int32Array(all.length * 2)
  copy.set(all)
  return copy
}
