import { expect, test } from 'vitest'
import { rankChoices } from '../../../../renderer/ui/dialogs/rank-choices.ts'

const choices = [
  { id: 'sentence', label: 'Next sentence', also: 'Move and select J' },
  { id: 'note', label: 'Write a note', also: 'Annotations N' },
  { id: 'part', label: 'Next part of the window', also: 'View F6' },
  { id: 'open', label: 'Open story…', also: 'Story Ctrl+O' },
  { id: 'cafe', label: 'Open: Café reopens', also: 'cafe.txt' },
  { id: 'feet', label: 'Footnotes', also: '' },
] as const

const found = (query: string, recent: readonly string[] = []) =>
  rankChoices(query, choices, recent).map(({ id }) => id)

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['a name that begins with the words comes first', 'next s', ['sentence']],
  ['the start of a word counts more than its inside', 'note', ['note', 'feet']],
  ['a group is found by its name, after names', 'story', ['open']],
  ['keys are found', 'f6', ['part']],
  ['initials of words are found', 'npw', ['part']],
  ['letters of the words’ beginnings are found', 'nesen', ['sentence']],
  ['all words must fit', 'next zebra', []],
  ['the order of words is free', 'window next', ['part']],
  ['accents and case make no difference', 'CAFE', ['cafe']],
  ['scattered letters are no match', 'ntc', []],
]

test.each(cases)('%s', (_, query, ids) => {
  expect(found(query)).toEqual(ids)
})

test('without words everything is there, what was used last before the rest', () => {
  expect(found('')).toEqual(choices.map(({ id }) => id))
  expect(found('', ['part', 'open']).slice(0, 3)).toEqual(['part', 'open', 'sentence'])
})

test('what was used last wins among equals, not over a better fit', () => {
  expect(found('next', ['part'])[0]).toBe('part')
  expect(found('note', ['feet'])[0]).toBe('note')
})
