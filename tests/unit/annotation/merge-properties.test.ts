import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isItem } from '../../../shared/annotation/item.ts'
import { highestRevision, mergeLayer, mergeSidecars } from '../../../shared/annotation/merge.ts'
import type { Sidecar, SidecarItem } from '../../../shared/annotation/sidecar-schema.ts'
import type { DeviceId } from '../../../shared/units.ts'
import { aSidecar, deskComputer } from '../../helpers/annotation.ts'
import { clashingSidecar, someDevice } from '../../helpers/annotation-arbitraries.ts'

describe('merging', () => {
  const runs = { numRuns: 1_000 }
  const one = clashingSidecar(fc.constant(deskComputer))
  const any = clashingSidecar(someDevice)
  const marksOnly = any.map((sidecar) =>
    aSidecar(
      sidecar.first.items.filter(isItem),
      sidecar['galley:deleted'],
      sidecar['galley:device'] as DeviceId,
    ),
  )
  const asSidecar = (sidecars: Sidecar[]): Sidecar => {
    const { items, tombstones } = mergeLayer(sidecars)
    return aSidecar([...items], tombstones)
  }

  it('is commutative', () => {
    fc.assert(
      fc.property(one, one, (a, b) => {
        expect(mergeSidecars(a, b)).toEqual(mergeSidecars(b, a))
      }),
      runs,
    )
  })

  it('is associative', () => {
    fc.assert(
      fc.property(one, one, one, (a, b, c) => {
        expect(mergeSidecars(mergeSidecars(a, b), c)).toEqual(mergeSidecars(a, mergeSidecars(b, c)))
      }),
      runs,
    )
  })

  it('is idempotent', () => {
    fc.assert(
      fc.property(one, one, (a, b) => {
        const merged = mergeSidecars(a, b)
        expect([mergeSidecars(merged, merged), mergeSidecars(merged, a), mergeSidecars(b, merged)]).toEqual([
          merged,
          merged,
          merged,
        ])
      }),
      runs,
    )
  })

  it('of a layer does not depend on order, repetition or grouping', () => {
    fc.assert(
      fc.property(marksOnly, marksOnly, marksOnly, (a, b, c) => {
        const layer = mergeLayer([a, b, c])
        expect(mergeLayer([c, a, b])).toEqual(layer)
        expect(mergeLayer([b, a, c, b, a])).toEqual(layer)
        expect(mergeLayer([asSidecar([a, b]), c])).toEqual(layer)
        expect(mergeLayer([a, asSidecar([c, b])])).toEqual(layer)
      }),
      runs,
    )
  })

  it('of a layer may merge the copies of each sidecar first', () => {
    fc.assert(
      fc.property(one, one, any, (a, b, c) => {
        expect(mergeLayer([mergeSidecars(a, b), c])).toEqual(mergeLayer([a, b, c]))
      }),
      runs,
    )
  })

  it('loses no id and no version of the highest revision', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const { items, tombstones } = mergeLayer([a, b])
        for (const sidecar of [a, b]) {
          for (const item of sidecar.first.items) {
            const highest = highestRevision([a, b], item.id)
            const found = items.find((one) => one.id === item.id)
            if (!('galley:confirmed' in item) || item['galley:revision'] !== highest) continue
            expect(bodiesOf(found)).toContainEqual(item.body)
          }
          for (const { 'galley:id': id } of sidecar['galley:deleted']) {
            expect([
              ...items.map((item) => item.id),
              ...tombstones.map((one) => one['galley:id']),
              ...replies(a, b),
            ]).toContain(id)
          }
        }
      }),
      runs,
    )
  })
})

function bodiesOf(item: SidecarItem | undefined): unknown[] {
  return item === undefined ? [] : [item.body, ...(item['galley:alternatives'] ?? []).map((one) => one.body)]
}

/** Ids of items that a layer does not show because their kind is not known. */
function replies(...sidecars: Sidecar[]): string[] {
  return sidecars.flatMap((sidecar) =>
    sidecar.first.items.filter((item) => !('galley:confirmed' in item)).map((item) => item.id),
  )
}
