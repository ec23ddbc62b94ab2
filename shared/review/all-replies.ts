import { isItem } from '../annotation/item.ts'
import type { Sidecar } from '../annotation/sidecar-schema.ts'
import {
  type CarriedItem,
  join,
  type Known,
  knownFromCarried,
  knownFromTombstone,
} from '../annotation/versions.ts'
import { replyFrom } from './replies-in.ts'
import type { Reply } from './reply.ts'

/**
 * The answers of all people in all sidecars of a story, in the order of their making. As with marks, the sidecars
 * of one person are merged by id and revision, so that an answer deleted on one computer doesn't come back from the
 * other's file; nobody's tombstone takes away what another person wrote.
 */
export function allReplies(sidecars: readonly Sidecar[]): readonly Reply[] {
  const replies = new Map<string, Reply>()
  for (const own of byCreator(sidecars).values()) {
    for (const reply of repliesOfOne(own)) if (!replies.has(reply.id)) replies.set(reply.id, reply)
  }
  return [...replies.values()].sort(byMaking)
}

function byCreator(sidecars: readonly Sidecar[]): ReadonlyMap<string, readonly Sidecar[]> {
  const groups = new Map<string, Sidecar[]>()
  for (const sidecar of sidecars) {
    const group = groups.get(sidecar.creator.id)
    if (group === undefined) groups.set(sidecar.creator.id, [sidecar])
    else group.push(sidecar)
  }
  return groups
}

function repliesOfOne(sidecars: readonly Sidecar[]): readonly Reply[] {
  const all = new Map<string, Known>()
  const from = new Map<CarriedItem, Sidecar>()
  const add = (id: string, known: Known) => {
    const before = all.get(id)
    all.set(id, before === undefined ? known : join(before, known))
  }
  for (const sidecar of sidecars) {
    for (const item of sidecar.first.items) {
      if (isItem(item)) continue
      add(item.id, knownFromCarried(item))
      from.set(item, sidecar)
    }
    for (const tombstone of sidecar['galley:deleted']) {
      add(tombstone['galley:id'], knownFromTombstone(tombstone))
    }
  }
  return [...all.values()].flatMap(({ carried }) => {
    const person = carried === null ? undefined : from.get(carried)?.creator
    const reply = carried === null || person === undefined ? null : replyFrom(carried, person)
    return reply === null ? [] : [reply]
  })
}

/** By time, then by id: the order is the same on every computer. */
function byMaking(a: Reply, b: Reply): number {
  return compare(Date.parse(a.created), Date.parse(b.created)) || compare(a.id, b.id)
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
