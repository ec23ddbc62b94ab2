import { arrangeAdopts } from './adopts.ts'
import { isItem } from './item.ts'
import type { Sidecar, Tombstone } from './sidecar-schema.ts'

type AnyItem = Sidecar['first']['items'][number]

/** The sidecar as it is written: items by position then id, the rest by name or id, the total right. */
export function arrangeSidecar(sidecar: Sidecar): Sidecar {
  const items = sidecar.first.items.toSorted(compareItems)
  return {
    ...sidecar,
    ...arrangeAdopts(sidecar),
    total: items.length,
    first: { ...sidecar.first, items },
    'galley:deleted': sidecar['galley:deleted'].toSorted(compareTombstones),
  }
}

/** By start, the longer first, then by id; kinds without a position last. */
export function compareItems(a: AnyItem, b: AnyItem): number {
  const placeA = positionOf(a)
  const placeB = positionOf(b)
  return placeA.start - placeB.start || placeB.end - placeA.end || compareText(a.id, b.id)
}

export function compareTombstones(a: Tombstone, b: Tombstone): number {
  return compareText(a['galley:id'], b['galley:id'])
}

const NOWHERE = { start: Number.MAX_SAFE_INTEGER, end: 0 }

function positionOf(item: AnyItem): { readonly start: number; readonly end: number } {
  return isItem(item) ? item.target.selector[1] : NOWHERE
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
