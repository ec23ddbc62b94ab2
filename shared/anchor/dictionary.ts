/** No word of the dictionary. */
export const UNKNOWN = -1

const START = 0x2f6b

/** One more unit into a hash; begin with {@link emptyHash}. */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

export const emptyHash = START

/**
 * Numbers words by their folded units, from 0 on. A hash table of our own: a `Map` of strings would have to cut a
 * string out of the text for every word, and that is most of the time that a long text takes.
 */
export class Dictionary {
  #size = 0
  /** Number + 1 of the word in each slot; 0: free. */
  #slots = new Int32Array(1 << 12)
  #hashes = new Int32Array(1 << 11)
  /** Where the units of each word begin in the pool; the next word's begin is its end. */
  #begins = new Uint32Array((1 << 11) + 1)
  #pool = new Uint16Array(1 << 14)

  /** The number of the word `units[0 … length)`, whose hash is given; {@link UNKNOWN} if it is not here. */
  find(units: Uint16Array, length: number, hash: number): number {
    return (this.#slots[this.#slotOf(units, length, hash)] as number) - 1
  }

  /** As {@link find}; a word that is not here gets the next number. */
  learn(units: Uint16Array, length: number, hash: number): number {
    const slot = this.#slotOf(units, length, hash)
    const known = this.#slots[slot] as number
    if (known !== 0) return known - 1
    const number = this.#size++
    const begin = this.#begins[number] as number
    while (begin + length > this.#pool.length)
      this.#pool = longer(this.#pool, new Uint16Array(this.#pool.length * 2))
    this.#pool.set(units.subarray(0, length), begin)
    this.#hashes[number] = hash
    this.#begins[number + 1] = begin + length
    this.#slots[slot] = number + 1
    if (this.#size === this.#hashes.length) this.#grow()
    return number
  }

  #slotOf(units: Uint16Array, length: number, hash: number): number {
    const mask = this.#slots.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    for (;;) {
      const known = this.#slots[slot] as number
      if (known === 0 || this.#is(known - 1, units, length, hash)) return slot
      slot = (slot + 1) & mask
    }
  }

  #is(number: number, units: Uint16Array, length: number, hash: number): boolean {
    if (this.#hashes[number] !== hash) return false
    const begin = this.#begins[number] as number
    if ((this.#begins[number + 1] as number) - begin !== length) return false
    for (let i = 0; i < length; i++) if (this.#pool[begin + i] !== units[i]) return false
    return true
  }

  #grow(): void {
    const room = this.#hashes.length * 2
    this.#hashes = longer(this.#hashes, new Int32Array(room))
    this.#begins = longer(this.#begins, new Uint32Array(room + 1))
    this.#slots = new Int32Array(room * 2)
    const mask = this.#slots.length - 1
    for (let number = 0; number < this.#size; number++) {
      const hash = this.#hashes[number] as number
      let slot = (hash ^ (hash >>> 15)) & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = number + 1
    }
  }
}

function longer<Numbers extends Int32Array | Uint32Array | Uint16Array>(
  all: Numbers,
  copy: Numbers,
): Numbers {
  copy.set(all)
  return copy
}
