import { highestRevisions } from '../../shared/annotation/merge.ts'
import type { Sidecar } from '../../shared/annotation/sidecar-schema.ts'
import { sameObjects } from './layers.ts'
import type { Plan } from './marks.ts'

/** The highest revision of each annotation over all sidecars of a story, those of tombstones included. */
export class Revisions {
  #highest = new Map<string, number>()
  /** The sidecars that they were counted from. */
  #counted: readonly Sidecar[] = []

  /** 0: no sidecar has it. */
  of(id: string): number {
    return this.#highest.get(id) ?? 0
  }

  /** Counts again where the sidecars are not those of before. */
  count(sidecars: readonly Sidecar[]): void {
    if (!sameObjects(sidecars, this.#counted)) this.#highest = new Map(highestRevisions(sidecars))
    this.#counted = sidecars
  }

  /** Takes in a plan. @param written the sidecars with the plan in them: they need not be counted. */
  note({ put, deleted }: Plan, written: readonly Sidecar[]): void {
    for (const [id, item] of put) this.#highest.set(id, item['galley:revision'])
    for (const [id, tombstone] of deleted) this.#highest.set(id, tombstone['galley:revision'])
    this.#counted = written
  }
}
