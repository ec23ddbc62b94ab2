import { expect, test } from 'vitest'
import { Dictionary } from '../../../shared/anchor/dictionary.ts'
import { GONE } from '../../../shared/anchor/links.ts'
import { mapWords } from '../../../shared/anchor/word-map.ts'
import { type Words, wordsOf } from '../../../shared/anchor/words.ts'

const cut = ({ text, starts, ends }: Words, word: number) => text.slice(starts[word], ends[word])

/** The words of the old text that are gone, and of the new one that came. */
function difference(before: string, after: string): { gone: string; came: string } {
  const dictionary = new Dictionary()
  const today = wordsOf(after, dictionary, true)
  const old = wordsOf(before, dictionary, false)
  const map = mapWords(old, today)
  const linked = new Set(map)
  const words = (all: Words, keep: (word: number) => boolean) =>
    Array.from({ length: all.count }, (_, word) => word)
      .filter(keep)
      .map((word) => cut(all, word))
      .join(' ')
  return { gone: words(old, (word) => map[word] === GONE), came: words(today, (word) => !linked.has(word)) }
}

const fleet =
  'Four trawlers left at six. The oldest of them turned back. The others reached the bank by noon.'

test.each([
  ['nothing, for a text and itself', fleet, fleet, '', ''],
  [
    'nothing, for other case and typography',
    'It’s the Fleet — at last.',
    '"it\'s THE fleet" - at last',
    '',
    '',
  ],
  [
    'nothing, for sentences in another order',
    fleet,
    'The others reached the bank by noon. Four trawlers left at six. The oldest of them turned back.',
    '',
    '',
  ],
  ['a word replaced', fleet, fleet.replace('noon', 'dusk'), 'noon', 'dusk'],
  [
    'a sentence taken out, from its first word to its last',
    fleet,
    'Four trawlers left at six. The others reached the bank by noon.',
    'The oldest of them turned back',
    '',
  ],
  [
    'a word put in front of a text that repeats itself',
    'No news. '.repeat(900),
    `Well. ${'No news. '.repeat(900)}`,
    '',
    'Well',
  ],
  [
    'a sentence put in, from its first word to its last',
    'Four trawlers left at six. The others reached the bank by noon.',
    fleet,
    '',
    'The oldest of them turned back',
  ],
])('the map of words tells %s', (_, before, after, gone, came) => {
  expect(difference(before, after)).toEqual({ gone, came })
})

test('words of every script are cut as readers cut them', () => {
  const text = 'Don’t re-open B.C. 新闻 مُحَمَّد 👩‍🚒 한국어 e\u0301te\u0301 \ud83d\u0000ok'
  const words = wordsOf(text, new Dictionary(), true)
  expect(Array.from({ length: words.count }, (_, word) => cut(words, word))).toEqual([
    'Don’t',
    're',
    'open',
    'B',
    'C',
    '新',
    '闻',
    'مُحَمَّد',
    '👩',
    '🚒',
    '한국어',
    'e\u0301te\u0301',
    '\ud83d',
    'ok',
  ])
})
