import { describe, expect, test } from 'vitest'
import { findQuote, type Quote } from '../../../shared/anchor/find-quote.ts'

describe('a quote', () => {
  test.each<[string, string, Quote, [number, number][]]>([
    ['that stands once', 'The mayor resigned', { exact: 'mayor' }, [[4, 9]]],
    ['that stands nowhere', 'The mayor resigned', { exact: 'Mayor' }, []],
    ['that is empty', 'The mayor', { exact: '' }, []],
    ['that is the whole text', 'The mayor', { exact: 'The mayor' }, [[0, 9]]],
    [
      'at several places',
      'he said, she said',
      { exact: 'said' },
      [
        [3, 7],
        [13, 17],
      ],
    ],
    ['with a prefix that decides', 'he said, she said', { exact: 'said', prefix: 'she ' }, [[13, 17]]],
    ['with a suffix that decides', 'he said, she said', { exact: 'said', suffix: ',' }, [[3, 7]]],
    [
      'with contexts that never stand together',
      'he said, she said',
      { exact: 'said', prefix: 'she ', suffix: ',' },
      [],
    ],
    [
      'that overlaps itself',
      'aaaa',
      { exact: 'aaa' },
      [
        [0, 3],
        [1, 4],
      ],
    ],
    ['across lines', 'one\ntwo', { exact: 'e\nt' }, [[2, 5]]],
    ['after an emoji', '🚧 open', { exact: 'open' }, [[3, 7]]],
    ['that would halve a pair', '🚧', { exact: '\ud83d' }, []],
    ['with a lone surrogate that stands alone', '\ud83d 🚧', { exact: '\ud83d' }, [[0, 1]]],
  ])('%s is found at its places', (_, text, quote, expected) => {
    expect(findQuote(text, quote).map(({ start, end }) => [start, end])).toEqual(expected)
  })
})
