import { canonicalJson } from '../../../shared/annotation/canonical-json.ts'
import { carriedIn } from '../../../shared/annotation/carried.ts'
import { refreshSidecar, type StoryFacts } from '../../../shared/annotation/new-sidecar.ts'
import type { Sidecar } from '../../../shared/annotation/sidecar-schema.ts'
import type { Carried } from '../../../shared/exchange/imported.ts'
import type { AnyItem } from './import-plan.ts'

export interface Addition {
  readonly items: readonly AnyItem[]
  /** Of the file as a whole; see `ImportedSet.carried`. */
  readonly carried: Carried | undefined
  readonly facts: StoryFacts
  /** Of the writer. */
  readonly name: string
}

/** The sidecar with the items in it that it has not had before, live or deleted. Everything else stays as it is. */
export function addToSidecar(sidecar: Sidecar, { items, carried, facts, name }: Addition): Sidecar {
  const known = new Set([
    ...sidecar.first.items.map(({ id }) => id),
    ...sidecar['galley:deleted'].map((tombstone) => tombstone['galley:id']),
  ])
  const all = [...sidecar.first.items, ...items.filter(({ id }) => !known.has(id))]
  const added = { ...sidecar, total: all.length, first: { ...sidecar.first, items: all } }
  const together = carriedTogether(sidecar, carried)
  const refreshed = refreshSidecar(added, facts, name)
  return together === undefined ? refreshed : { ...refreshed, 'galley:carried': together }
}

/** Formats of which the sidecar carries other data already, from another file: that stays. */
export function carriedInTheWay(
  sidecar: Sidecar | undefined,
  carried: Carried | undefined,
): readonly string[] {
  const before = sidecar === undefined ? undefined : carriedIn(sidecar)
  if (before === undefined || carried === undefined) return []
  return Object.keys(carried).filter(
    (format) =>
      Object.hasOwn(before, format) && canonicalJson(before[format]) !== canonicalJson(carried[format]),
  )
}

function carriedTogether(sidecar: Sidecar, carried: Carried | undefined): Carried | undefined {
  return carried === undefined ? undefined : { ...carried, ...carriedIn(sidecar) }
}
