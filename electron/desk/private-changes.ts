import type { PrivatePart } from '../../shared/annotation/annotation.ts'
import { sameContent } from '../../shared/annotation/body.ts'
import { contentOf } from '../../shared/annotation/item.ts'
import { publicOf, samePrivate, withPrivate } from '../../shared/annotation/private-part.ts'
import type { SidecarItem } from '../../shared/annotation/sidecar-schema.ts'
import type { AnnotationChange } from '../../shared/desk/contract.ts'
import type { AnnotationId, Span } from '../../shared/units.ts'
import type { PrivateParts } from '../storage/private-notes.ts'

/** What is known of the annotations before the changes. */
export interface Before {
  own(id: AnnotationId): SidecarItem | undefined
  place(item: SidecarItem): Span | null
  part(id: AnnotationId): PrivatePart | undefined
}

/** Changes, taken apart into what goes into the sidecar and what must not. */
export interface Split {
  /** Those that the sidecar has to do with. */
  readonly shared: readonly AnnotationChange[]
  readonly parts: PrivateParts
}

/**
 * A change of nothing but what is private leaves the sidecar as it is: no time and no count there tells that
 * something was written.
 */
export function splitPrivate(changes: readonly AnnotationChange[], before: Before): Split {
  const parts = new Map<AnnotationId, PrivatePart | null>()
  const touched = new Set<AnnotationId>()
  const shared = changes.filter((change) => {
    const { id } = change
    const part = change.kind === 'put' ? partOf(change.content) : null
    // A batch may change one annotation twice.
    const was = parts.has(id) ? parts.get(id) : before.part(id)
    parts.set(id, part)
    const isOnlyPrivate =
      change.kind === 'put' &&
      !touched.has(id) &&
      !samePrivate(was ?? undefined, part ?? undefined) &&
      leavesAlone(change, before)
    if (!isOnlyPrivate) touched.add(id)
    return !isOnlyPrivate
  })
  return { shared, parts }
}

function partOf(content: Extract<AnnotationChange, { kind: 'put' }>['content']): PrivatePart | null {
  const { private: part } = content
  return part === undefined ? null : (withPrivate(content, part).private ?? null)
}

/** Is everything that the sidecar says of it as it was? */
function leavesAlone(
  { id, content, span, confirm = false }: Extract<AnnotationChange, { kind: 'put' }>,
  { own, place }: Before,
): boolean {
  const item = own(id)
  if (item === undefined || confirm || item['galley:alternatives'] !== undefined) return false
  if (!sameContent(contentOf(item), publicOf(content))) return false
  const at = place(item)
  return span === null || (at !== null && at.start === span.start && at.end === span.end)
}
