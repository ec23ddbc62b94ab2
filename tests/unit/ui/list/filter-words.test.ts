import { expect, test } from 'vitest'
import { filterInWords, toggled } from '../../../../renderer/ui/list/filter-words.ts'
import type { Layer } from '../../../../shared/annotation/annotation.ts'
import { type MarkFilter, noFilter } from '../../../../shared/annotation/filter.ts'
import { builtInTags } from '../../../../shared/tags.ts'
import type { TagId } from '../../../../shared/units.ts'
import { annotatorId } from '../../../helpers/annotation.ts'

const layer = (n: number, name: string, mine: boolean): Layer => ({
  annotator: annotatorId(n),
  name,
  mine,
  files: [],
  count: 0,
  orphans: 0,
  changed: 0,
})
const layers = [layer(1, 'Jane Doe', true), layer(2, 'M. Okafor', false)]
const words = (filter: Partial<MarkFilter>) => filterInWords({ ...noFilter, ...filter }, builtInTags, layers)
const tags = (...ids: string[]) => ({ tags: new Set(ids as TagId[]) })

test.each([
  [{}, ''],
  [tags('fact'), 'Fact'],
  [tags('fact', 'attribution'), 'Fact or Attribution'],
  [tags('fact', 'rumour', 'assessment'), 'Fact, rumour or Assessment'],
  [{ annotators: new Set([annotatorId(1)]) }, 'by you'],
  [{ annotators: new Set([annotatorId(2), annotatorId(1)]) }, 'by you or M. Okafor'],
  [{ annotators: new Set([annotatorId(9)]) }, 'by somebody who is not here'],
  [{ note: 'without' as const, attention: true }, 'without a note, to check'],
  [{ ...tags('fact'), note: 'with' as const }, 'Fact, with a note'],
])('%o reads "%s"', (filter, expected) => {
  expect(words(filter)).toBe(expected)
})

test('a member goes in and out; with none left there is no filter', () => {
  expect(toggled(null, 'a')).toEqual(new Set(['a']))
  expect(toggled(new Set(['a']), 'b')).toEqual(new Set(['a', 'b']))
  expect(toggled(new Set(['a', 'b']), 'a')).toEqual(new Set(['b']))
  expect(toggled(new Set(['a']), 'a')).toBeNull()
})
