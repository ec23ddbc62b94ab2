import { slugOf } from '../../annotation/sidecar-name.ts'

/** What brat stores as a type: `^[a-zA-Z0-9_-]*$` (its projectconfig). */
const STORED = /^[A-Za-z0-9_-]+$/

/**
 * A brat type for each tag id: the id itself where brat can store it or where it came from a brat file, else its Latin
 * letters and digits. No two are the same; the same ids in the same order have the same names.
 *
 * @param fromBrat ids that came from brat files
 */
export function bratNames(ids: Iterable<string>, fromBrat: ReadonlySet<string>): ReadonlyMap<string, string> {
  const all = [...new Set(ids)]
  const names = new Map<string, string>()
  const taken = new Set<string>()
  const give = (id: string, name: string): void => {
    let free = name
    for (let number = 2; taken.has(free); number++) free = `${name}_${number}`
    taken.add(free)
    names.set(id, free)
  }
  const isKept = (id: string): boolean => STORED.test(id) || (fromBrat.has(id) && /^\S+$/.test(id))
  for (const id of all.filter(isKept)) give(id, id)
  for (const id of all.filter((other) => !isKept(other))) give(id, spelled(id))
  return names
}

/** Words that brat takes as a value of an attribute and in its configuration. */
export function isBratWord(text: string): boolean {
  return /^[^\s,|<>:]+$/.test(text)
}

/** A name that brat takes for an attribute. */
export function isBratName(text: string): boolean {
  return STORED.test(text)
}

function spelled(id: string): string {
  if (id === '') return 'no-tag'
  return /[\p{L}\p{N}]/u.test(id.normalize('NFD').replace(/[^\0-\x7f]/g, '')) ? slugOf(id) : 'tag'
}
