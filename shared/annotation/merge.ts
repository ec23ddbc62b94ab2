import { uniteAdopts } from './adopts.ts'
import { isItem } from './item.ts'
import { arrangeSidecar, compareItems, compareTombstones } from './sidecar-order.ts'
import type { Sidecar, SidecarItem, Tombstone } from './sidecar-schema.ts'
import {
  type CarriedItem,
  join,
  type Known,
  knownFromCarried,
  knownFromItem,
  knownFromTombstone,
  revisionOf,
  shownItem,
} from './versions.ts'

/**
 * Merging of sidecars, by id and revision. Commutative, associative and idempotent, so that files may be read
 * in any order and any number of times. Dates never decide, and tombstones never expire.
 */

/**
 * Two states of one writer's sidecar, or the sidecar and a sync tool's copy of it. Items, tombstones and adopted
 * sidecars are the union of both; what is said about the file itself is as in `into`, with members that only `from` has.
 */
export function mergeSidecars(into: Sidecar, from: Sidecar): Sidecar {
  const device = into['galley:device']
  const items: CarriedItem[] = []
  const tombstones: Tombstone[] = []
  for (const known of collect([into, from]).values()) {
    const item = shownItem(known, device) ?? known.carried
    if (item !== null) items.push(item)
    if (known.tombstone !== null) tombstones.push(known.tombstone)
  }
  const merged = {
    ...from,
    ...into,
    ...uniteAdopts(into, from),
    first: { ...from.first, ...into.first, items },
    'galley:deleted': tombstones,
  }
  return arrangeSidecar(merged)
}

/**
 * One annotator's annotations on one story, from all sidecars of all devices, copies included. Each item names
 * its device. In the order of `serialiseSidecar`. Items of unknown kinds are not part of a layer.
 */
export function mergeLayer(sidecars: readonly Sidecar[]): {
  readonly items: readonly SidecarItem[]
  readonly tombstones: readonly Tombstone[]
} {
  const items: SidecarItem[] = []
  const tombstones: Tombstone[] = []
  for (const known of collect(sidecars).values()) {
    const item = shownItem(known, null)
    if (item !== null) items.push(item)
    if (known.tombstone !== null) tombstones.push(known.tombstone)
  }
  return { items: items.sort(compareItems), tombstones: tombstones.sort(compareTombstones) }
}

/** Highest revision that any sidecar has for this id, tombstones included; 0: never seen. */
export function highestRevision(sidecars: readonly Sidecar[], id: string): number {
  let highest = 0
  for (const sidecar of sidecars) {
    for (const item of sidecar.first.items) if (item.id === id) highest = Math.max(highest, revisionOf(item))
    for (const tombstone of sidecar['galley:deleted']) {
      if (tombstone['galley:id'] === id) highest = Math.max(highest, tombstone['galley:revision'])
    }
  }
  return highest
}

/** The same for all ids at once, for changes in bulk. */
export function highestRevisions(sidecars: readonly Sidecar[]): ReadonlyMap<string, number> {
  const highest = new Map<string, number>()
  const see = (id: string, revision: number) => highest.set(id, Math.max(highest.get(id) ?? 0, revision))
  for (const sidecar of sidecars) {
    for (const item of sidecar.first.items) see(item.id, revisionOf(item))
    for (const tombstone of sidecar['galley:deleted'])
      see(tombstone['galley:id'], tombstone['galley:revision'])
  }
  return highest
}

function collect(sidecars: readonly Sidecar[]): ReadonlyMap<string, Known> {
  const all = new Map<string, Known>()
  const add = (id: string, known: Known) => {
    const before = all.get(id)
    all.set(id, before === undefined ? known : join(before, known))
  }
  for (const sidecar of sidecars) {
    const device = sidecar['galley:device']
    for (const item of sidecar.first.items) {
      add(item.id, isItem(item) ? knownFromItem(item, device) : knownFromCarried(item))
    }
    for (const tombstone of sidecar['galley:deleted'])
      add(tombstone['galley:id'], knownFromTombstone(tombstone))
  }
  return all
}
