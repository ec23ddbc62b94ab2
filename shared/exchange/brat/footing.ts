/** Something with an id of its own that is about others. */
interface Linked {
  readonly id: string
  readonly refs: readonly string[]
}

/**
 * Which of these stand on nothing: they are about an id that is neither known nor one of theirs, or about one that stands
 * on nothing itself. Each with the id that is missing. Events may be about each other in any order, also in circles.
 * Takes steps by the number of references, however long the chains.
 */
export function withoutFooting<T extends Linked>(
  all: readonly T[],
  known: ReadonlySet<string>,
): ReadonlyMap<T, string> {
  const holders = new Map<string, number>()
  const dependents = new Map<string, T[]>()
  for (const one of all) {
    holders.set(one.id, (holders.get(one.id) ?? 0) + 1)
    for (const ref of one.refs) {
      const list = dependents.get(ref)
      if (list === undefined) dependents.set(ref, [one])
      else list.push(one)
    }
  }
  const fallen = new Map<T, string>()
  const missing = [...dependents.keys()].filter((ref) => !known.has(ref) && !holders.has(ref))
  // The list grows while it is walked.
  for (const id of missing) {
    for (const one of dependents.get(id) ?? []) {
      if (fallen.has(one)) continue
      fallen.set(one, id)
      const left = (holders.get(one.id) ?? 1) - 1
      holders.set(one.id, left)
      if (left === 0 && !known.has(one.id)) missing.push(one.id)
    }
  }
  return fallen
}
