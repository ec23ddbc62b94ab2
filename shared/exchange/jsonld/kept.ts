import type { Annotation } from '../../annotation/annotation.ts'
import type { Reply } from '../../review/reply.ts'
import type { Carried } from '../imported.ts'
import { isJsonObject, type JsonObject, listOf, memberOf } from '../input.ts'

/** What a mark or an answer from JSON-LD keeps, under `jsonld` of its carried data. All of it is as in the file, in terms. */
export interface KeptItem {
  /** Members of the annotation but those below. */
  readonly item: JsonObject
  /** With sets opened; what each says is found anew when it is written. */
  readonly bodies: readonly unknown[]
  /** Members of the target that the mark came from, but its selectors; of an answer, of what it answers. */
  readonly target: JsonObject
  readonly selectors: readonly unknown[]
  /** Its other targets. */
  readonly targets: readonly unknown[]
}

/** What a file of JSON-LD keeps beside its marks. */
export interface KeptCollection {
  /** Members of the collection or page that the model doesn't have. */
  readonly collection: JsonObject
  /** Annotations that are not about words: of the whole story, of a picture. */
  readonly items: readonly JsonObject[]
}

/** null: it didn't come from JSON-LD. */
export function keptItemOf({ carried }: Pick<Annotation | Reply, 'carried'>): KeptItem | null {
  const kept = keptOf(carried)
  if (kept === null) return null
  return {
    item: objectIn(kept, 'item'),
    bodies: listOf(memberOf(kept, 'bodies')),
    target: objectIn(kept, 'target'),
    selectors: listOf(memberOf(kept, 'selectors')),
    targets: listOf(memberOf(kept, 'targets')),
  }
}

/** What the imported files kept, as one. */
export function keptCollectionOf(all: readonly Carried[]): KeptCollection {
  const kept = all.map(keptOf).filter((one) => one !== null)
  return {
    collection: Object.fromEntries(kept.flatMap((one) => Object.entries(objectIn(one, 'collection')))),
    items: kept.flatMap((one) => listOf(memberOf(one, 'items')).filter(isJsonObject)),
  }
}

function keptOf(carried: Carried | undefined): JsonObject | null {
  const kept = carried === undefined ? undefined : memberOf(carried, 'jsonld')
  return isJsonObject(kept) ? kept : null
}

function objectIn(object: JsonObject, name: string): JsonObject {
  const value = memberOf(object, name)
  return isJsonObject(value) ? value : {}
}

/** An object without some of its members. */
export function without(object: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)))
}
