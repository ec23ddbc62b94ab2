/** Gives out ids of a `.ann` file, none twice. */
export class BratIds {
  readonly #taken: Set<string>
  readonly #highest = new Map<string, number>()

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken)
    for (const id of this.#taken) {
      const [, prefix = '', number = '0'] = /^(\D+)(\d+)/.exec(id) ?? []
      this.#highest.set(prefix, Math.max(this.#highest.get(prefix) ?? 0, Number(number)))
    }
  }

  /** The next id of a kind, above all that were taken: `T12`. */
  fresh(prefix: string): string {
    const number = (this.#highest.get(prefix) ?? 0) + 1
    this.#highest.set(prefix, number)
    const id = `${prefix}${number}`
    this.#taken.add(id)
    return id
  }
}

/**
 * New ids for the lines of several files that go into one: the first file keeps its own, a later one keeps those that
 * are still free.
 * @returns by file, from the old id to the new one
 */
export function settleIds(files: ReadonlyMap<string, ReadonlySet<string>>): {
  readonly ids: BratIds
  readonly renames: ReadonlyMap<string, ReadonlyMap<string, string>>
} {
  const taken = new Set<string>()
  const renames = new Map<string, Map<string, string>>()
  const clashes: (readonly [file: string, id: string])[] = []
  for (const [file, own] of files) {
    const map = new Map<string, string>()
    renames.set(file, map)
    for (const id of own) {
      if (taken.has(id)) clashes.push([file, id])
      else {
        taken.add(id)
        map.set(id, id)
      }
    }
  }
  const ids = new BratIds(taken)
  for (const [file, id] of clashes) renames.get(file)?.set(id, ids.fresh(/^\D+/.exec(id)?.[0] ?? id))
  return { ids, renames }
}
