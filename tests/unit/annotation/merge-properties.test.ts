import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isItem } from '../../../shared/annotation/item.ts'
import { highestRevision, mergeLayer, mergeSidecars } from '../../../shared/annotation/merge.ts'
import { serialiseSidecar } from '../../../shared/annotation/sidecar-print.ts'
import type { Sidecar, SidecarItem } from '../../../shared/annotation/sidecar-schema.ts'
import type { DeviceId } from '../../../shared/units.ts'
import { aSidecar, deskComputer } from '../../helpers/annotation.ts'
import { clashingSidecar, someDevice } from '../../helpers/annotation-arbitraries.ts'

// Thousands of merges: the time is for a computer that is busy with other things.
describe('merging', { timeout: 60_000 }, () => {
  const runs = { numRuns: 500 }
  const one = clashingSidecar(fc.constant(deskComputer))
  const any = clashingSidecar(someDevice)
  const marksOnly = any.map((sidecar) =>
    aSidecar(
      sidecar.first.items.filter(isItem),
      sidecar['galley:deleted'],
      sidecar['galley:device'] as DeviceId,
    ),
  )
  const layerOf = (...sidecars: Sidecar[]): Sidecar => {
    const { items, tombstones } = mergeLayer(sidecars)
    return aSidecar([...items], tombstones)
  }
  // Compared as files: what is equal must be so to the byte.
  const text = serialiseSidecar
  const merge = mergeSidecars

  it('is commutative', () => {
    fc.assert(
      fc.property(one, one, (a, b) => {
        expect(text(merge(a, b))).toBe(text(merge(b, a)))
      }),
      runs,
    )
  })

  it('is associative', () => {
    fc.assert(
      fc.property(one, one, one, (a, b, c) => {
        expect(text(merge(merge(a, b), c))).toBe(text(merge(a, merge(b, c))))
      }),
      runs,
    )
  })

  it('is idempotent', () => {
    fc.assert(
      fc.property(one, one, (a, b) => {
        const merged = merge(a, b)
        expect(text(merge(merged, merged))).toBe(text(merged))
        expect(text(merge(merged, a))).toBe(text(merged))
        expect(text(merge(b, merged))).toBe(text(merged))
      }),
      runs,
    )
  })

  it('of a layer does not depend on order, repetition or grouping', () => {
    fc.assert(
      fc.property(marksOnly, marksOnly, marksOnly, (a, b, c) => {
        const layer = text(layerOf(a, b, c))
        expect(text(layerOf(c, a, b))).toBe(layer)
        expect(text(layerOf(b, a, c, b, a))).toBe(layer)
        expect(text(layerOf(layerOf(a, b), c))).toBe(layer)
        expect(text(layerOf(a, layerOf(c, b)))).toBe(layer)
      }),
      runs,
    )
  })

  it('of a layer may merge the copies of each sidecar first', () => {
    fc.assert(
      fc.property(one, one, any, (a, b, c) => {
        expect(text(layerOf(merge(a, b), c))).toBe(text(layerOf(a, b, c)))
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
