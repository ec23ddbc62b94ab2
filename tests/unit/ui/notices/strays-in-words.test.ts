import { expect, test } from 'vitest'
import { strayGroups } from '../../../../renderer/ui/notices/strays-in-words.ts'
import type { Stray } from '../../../../shared/desk/contract.ts'
import { annotatorId, jane } from '../../../helpers/annotation.ts'

const okafor = { id: annotatorId(2), name: 'M. Okafor' }
const stray = (count: number, change: Partial<Stray> = {}): Stray => ({
  file: `${count}.json`,
  storyName: 'old.txt',
  annotator: jane,
  mine: true,
  count,
  found: count,
  ...change,
})
const theirs = { annotator: okafor, mine: false }

test('what lies there is told by person, with how much of it fits', () => {
  expect(strayGroups([stray(12), stray(30, { ...theirs, found: 26 })])).toEqual([
    { storyName: 'old.txt', words: '12 by you, 30 by M. Okafor (38 of 42 found)' },
  ])
})

test('files of one person are counted together', () => {
  expect(strayGroups([stray(1), stray(2)])).toEqual([{ storyName: 'old.txt', words: '3 by you (all found)' }])
})

test('each story that they were written for is a group', () => {
  const groups = strayGroups([stray(1), stray(2, { storyName: 'older.txt' }), stray(3, theirs)])
  expect(groups).toEqual([
    { storyName: 'old.txt', words: '1 by you, 3 by M. Okafor (all found)' },
    { storyName: 'older.txt', words: '2 by you (all found)' },
  ])
})
