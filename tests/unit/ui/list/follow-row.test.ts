import fc from 'fast-check'
import { expect, test } from 'vitest'
import { followRow } from '../../../../renderer/ui/list/follow-row.ts'
import type { ListRow } from '../../../../renderer/ui/list/list-rows.ts'

const rows = (keys: readonly (string | number)[]): readonly ListRow[] =>
  keys.map((key) => ({ kind: 'heading', key: String(key), text: '', explain: null }))
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)

test.each([
  ['where nothing changed', 'abcd', 'abcd', 2, 2],
  ['a row came above', 'abcd', 'xabcd', 2, 3],
  ['a row went above', 'abcd', 'bcd', 2, 1],
  ['the row itself went: the next one', 'abcd', 'abd', 2, 2],
  ['it and all after it went', 'abcd', 'ab', 2, null],
  ['other rows', 'abcd', 'xyz', 0, null],
])('%s', (_, before, after, index, expected) => {
  expect(followRow(rows([...before]), rows([...after]), index)).toBe(expected)
})

test('far away as well: a filter took 5,000 rows above', () => {
  expect(followRow(rows(upTo(20_000)), rows(upTo(20_000).slice(5000)), 7000)).toBe(2000)
})

test('is always the row itself where it is still there', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(500), { minLength: 1 }),
      fc.nat(),
      fc.func(fc.boolean()),
      (keys, at, stays) => {
        const index = at % keys.length
        const after = keys.filter((key, place) => place === index || stays(key))
        expect(followRow(rows(keys), rows(after), index)).toBe(after.indexOf(keys[index] ?? -1))
      },
    ),
  )
})
