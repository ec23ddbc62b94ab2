import type { Sha256 } from '../../shared/units.ts'

/** Finds a story text that was kept; null: it was not. */
export type FindText = (textSha256: Sha256) => Promise<string | null>

// A text in memory is at most some megabytes, and marks of one story were hardly made on more of them.
const MOST = 64

/** Story texts that marks were made on, by hash. Reading them takes the disk; asking for them must not. */
export class KnownTexts {
  readonly #find: FindText
  /** In the order in which they were met. */
  readonly #texts = new Map<Sha256, string>()
  #wanted: ReadonlySet<Sha256> = new Set()

  constructor(find: FindText) {
    this.#find = find
  }

  /** null: not known. */
  readonly get = (textSha256: Sha256): string | null => this.#texts.get(textSha256) ?? null

  remember(textSha256: Sha256, text: string): void {
    this.#texts.delete(textSha256)
    this.#texts.set(textSha256, text)
    for (const oldest of this.#texts.keys()) {
      if (this.#texts.size <= MOST) break
      if (!this.#wanted.has(oldest)) this.#texts.delete(oldest)
    }
  }

  /**
   * Looks for those that are not known yet; one that was not there may have come since. Of too many, always the same
   * ones, so that what was learned stays known. True: some were found.
   */
  async learn(hashes: Iterable<Sha256>): Promise<boolean> {
    this.#wanted = new Set([...new Set(hashes)].sort().slice(0, MOST))
    const unknown = [...this.#wanted].filter((hash) => !this.#texts.has(hash))
    const found = await Promise.all(unknown.map(async (hash) => ({ hash, text: await this.#find(hash) })))
    const kept = found.filter(({ text }) => text !== null)
    for (const { hash, text } of kept) this.remember(hash, text ?? '')
    return kept.length > 0
  }
}
