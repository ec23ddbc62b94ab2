import { isItem } from '../../shared/annotation/item.ts'
import type { Sidecar } from '../../shared/annotation/sidecar-schema.ts'
import type { AnnotationId } from '../../shared/units.ts'
import type { Plan } from './marks.ts'

/** The sidecar with the changes in it. Everything else, known or not, stays as it is. */
export function writePlan(sidecar: Sidecar, plan: Plan): Sidecar {
  const { put, deleted } = plan
  const isChanged = (id: string) => put.has(id as AnnotationId) || deleted.has(id as AnnotationId)
  const kept = sidecar.first.items.filter((item) => !(isItem(item) && isChanged(item.id)))
  const items = [...kept, ...put.values()]
  const tombstones = sidecar['galley:deleted'].filter((tombstone) => !isChanged(tombstone['galley:id']))
  return {
    ...sidecar,
    total: items.length,
    first: { ...sidecar.first, items },
    'galley:deleted': [...tombstones, ...deleted.values()],
  }
}
