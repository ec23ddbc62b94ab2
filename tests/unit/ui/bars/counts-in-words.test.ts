import { expect, test } from 'vitest'
import { countsInWords } from '../../../../renderer/ui/bars/counts-in-words.ts'
import { readingTime } from '../../../../renderer/ui/numbers/reading-time.ts'
import { foundInWords } from '../../../../renderer/ui/page/found-words.ts'
import { builtInTags } from '../../../../shared/tags.ts'

const [fact] = builtInTags
const named = (shortLabel: string, count: number) => (fact ? [{ tag: { ...fact, shortLabel }, count }] : [])

test('counts read as a sentence where the label is a plain English noun, and as a list where it is not', () => {
  const counts = builtInTags.map((tag, index) => ({ tag, count: [12, 5, 0, 1][index] ?? 0 }))
  expect(countsInWords(counts)).toBe('12 facts · 5 assessments · 1 caption')
  expect(countsInWords(named('Claim', 2))).toBe('2 claims')
  expect(countsInWords(named('Statistics', 2))).toBe('Statistics 2')
  expect(countsInWords(named('Données', 3))).toBe('Données 3')
  expect(countsInWords(named('事实', 1))).toBe('事实 1')
})

test.each([
  [0, null, 'Nothing found'],
  [17, 2, '3 of 17'],
  [17, null, '17 found'],
])('%i hits, %s selected: %s', (count, current, expected) => {
  expect(foundInWords({ query: 'pump', count, current })).toBe(expected)
})

test.each([
  [0, 'under 1 min'],
  [100, 'under 1 min'],
  [238, '1 min'],
  [1012, '4 min'],
])('%i words are read in %s', (words, expected) => {
  expect(readingTime(words)).toBe(expected)
})
