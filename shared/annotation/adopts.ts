import { canonicalJson } from './canonical-json.ts'
import type { Adopted, Sidecar } from './sidecar-schema.ts'

/** A sidecar that is read for a story though it names another: see `galley:adopts` in the schema. */

/** The sidecar with these adopted ones added; what it has already stays as it is. */
export function adopt(
  sidecar: Sidecar,
  entries: readonly { readonly file: string; readonly collection: string }[],
): Sidecar {
  const known = sidecar['galley:adopts'] ?? []
  const has = new Set(known.map(keyOf))
  const added = entries
    .map(({ file, collection }) => ({
      'galley:file': file.normalize('NFC'),
      'galley:collection': collection,
    }))
    .filter((one) => !has.has(keyOf(one)))
  return added.length === 0 ? sidecar : { ...sidecar, 'galley:adopts': unite([...known, ...added]) }
}

/** Names (NFC) of the adopted files, each with the id of the collection that it held when it was adopted. */
export function adoptedFiles(sidecar: Sidecar): ReadonlyMap<string, ReadonlySet<string>> {
  const files = new Map<string, Set<string>>()
  for (const { 'galley:file': file, 'galley:collection': collection } of sidecar['galley:adopts'] ?? []) {
    const name = file.normalize('NFC')
    const ids = files.get(name)
    if (ids === undefined) files.set(name, new Set([collection]))
    else ids.add(collection)
  }
  return files
}

/** The member for a merge of two sidecars: what either has adopted. Absent where neither has the member. */
export function uniteAdopts(a: Sidecar, b: Sidecar): Pick<Sidecar, 'galley:adopts'> {
  const [one, other] = [a['galley:adopts'], b['galley:adopts']]
  if (one === undefined && other === undefined) return {}
  return { 'galley:adopts': unite([...(one ?? []), ...(other ?? [])]) }
}

/** The member as it is written: by file, then by collection. */
export function arrangeAdopts(sidecar: Sidecar): Pick<Sidecar, 'galley:adopts'> {
  return uniteAdopts(sidecar, sidecar)
}

/** Each once, in order; of two that differ only in members that we do not know, the larger text. */
function unite(entries: readonly Adopted[]): Adopted[] {
  const byKey = new Map<string, readonly [text: string, entry: Adopted]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const text = canonicalJson(entry)
    const known = byKey.get(key)
    if (known === undefined || text > known[0]) byKey.set(key, [text, entry])
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, [, entry]]) => entry)
}

function keyOf(entry: Adopted): string {
  return JSON.stringify([entry['galley:file'].normalize('NFC'), entry['galley:collection']])
}
