import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PersistentMap } from '../../../renderer/editor/persistent-map.ts'

const operation = fc.record({ key: fc.nat(40).map((n) => `urn:uuid:${n}`), value: fc.option(fc.nat(9)) })

describe('a persistent map', () => {
  it('answers as a Map does, and leaves its older versions alone', () => {
    fc.assert(
      fc.property(fc.array(operation), (operations) => {
        const model = new Map<string, number>()
        let map = PersistentMap.empty<number>()
        const versions = [{ map, entries: new Map(model) }]
        for (const { key, value } of operations) {
          if (value === null) model.delete(key)
          else model.set(key, value)
          map = value === null ? map.delete(key) : map.set(key, value)
          versions.push({ map, entries: new Map(model) })
        }
        for (const version of versions) {
          expect(version.map.size).toBe(version.entries.size)
          expect([...version.map.values()].sort()).toEqual([...version.entries.values()].sort())
          for (let n = 0; n <= 40; n++) {
            expect(version.map.get(`urn:uuid:${n}`)).toBe(version.entries.get(`urn:uuid:${n}`))
          }
        }
        expect(PersistentMap.from(model).size).toBe(model.size)
      }),
      { numRuns: 30 },
    )
  })

  it('is itself after deleting what it has not', () => {
    const map = PersistentMap.from([['a', 1]])
    expect(map.delete('b')).toBe(map)
  })
})
