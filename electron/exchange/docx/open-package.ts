import { readDirectory, type ZipEntry } from '../zip/directory.ts'
import { isBomb, MOST_RATIO, type UnpackProblem, unpack } from '../zip/unpack.ts'
import { Refused } from './refused.ts'
import { whatElse } from './what-else.ts'

/** Files in the archive; a book with a picture on each page has a thousand. */
const MOST_PARTS = 2000
/** Bytes that all parts may have when unpacked. */
const MOST_BYTES = 200_000_000

/** The parts of a Word document, unpacked only when they are asked for, and counted while they are. */
export class Package {
  readonly #name: string
  readonly #bytes: Uint8Array
  readonly #entries: ReadonlyMap<string, ZipEntry>
  #room = MOST_BYTES

  /** @throws Refused: not a Word document, one with a password, or one that is larger inside than any story */
  constructor(name: string, bytes: Uint8Array) {
    this.#name = name
    this.#bytes = bytes
    const entries = readDirectory(bytes, MOST_PARTS)
    if (entries === null) throw new Refused(whatElse(name, bytes))
    if (entries.length > MOST_PARTS) {
      throw new Refused({ kind: 'word-too-many-parts', file: name, limit: MOST_PARTS })
    }
    if (entries.some(({ isEncrypted }) => isEncrypted)) throw new Refused({ kind: 'word-locked', file: name })
    this.#entries = new Map(entries.map((entry) => [entry.name, entry]))
    // Two parts of one name: who reads the other one reads another story.
    if (this.#entries.size < entries.length) throw this.#damaged(entries[0]?.name ?? '')
    let total = 0
    for (const entry of entries) {
      total += entry.unpacked
      if (total > MOST_BYTES) throw this.#refusal('size', entry.name)
      if (isBomb(entry.packed, entry.unpacked)) throw this.#refusal('ratio', entry.name)
    }
  }

  has(part: string): boolean {
    return this.#entries.has(part)
  }

  /**
   * The bytes of a part; null: there is none of that name.
   * @throws Refused: it is damaged or too large
   */
  read(part: string): Uint8Array | null {
    const entry = this.#entries.get(part)
    if (entry === undefined) return null
    const unpacked = unpack(this.#bytes, entry, this.#room)
    if (typeof unpacked === 'string') throw this.#refusal(unpacked, part)
    this.#room -= unpacked.length
    return unpacked
  }

  #refusal(problem: UnpackProblem, part: string): Refused {
    if (problem === 'damaged') return this.#damaged(part)
    if (problem === 'size')
      return new Refused({ kind: 'word-too-large', file: this.#name, limit: MOST_BYTES })
    return new Refused({ kind: 'word-ratio', file: this.#name, part, limit: MOST_RATIO })
  }

  #damaged(part: string): Refused {
    return new Refused({ kind: 'word-damaged', file: this.#name, part })
  }
}
