import { revisionOf } from '../../../shared/annotation/versions.ts'
import type { LayerSource } from '../../storage/story-sidecars.ts'
import type { Here } from './import-plan.ts'

/** Every id that any sidecar of the story holds, and every one that was deleted since. */
export function hereIn(sources: readonly LayerSource[]): Here {
  const live = new Map<string, number>()
  const dead = new Map<string, number>()
  const see = (seen: Map<string, number>, id: string, revision: number) =>
    seen.set(id, Math.max(seen.get(id) ?? 0, revision))
  for (const { sidecar } of sources) {
    for (const item of sidecar.first.items) see(live, item.id, revisionOf(item))
    for (const tombstone of sidecar['galley:deleted']) {
      see(dead, tombstone['galley:id'], tombstone['galley:revision'])
    }
  }
  const deleted = [...dead].filter(([id, revision]) => revision > (live.get(id) ?? 0)).map(([id]) => id)
  return { live: new Set(live.keys()), deleted: new Set(deleted) }
}
