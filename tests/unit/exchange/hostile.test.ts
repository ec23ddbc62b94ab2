import { describe, expect, it } from 'vitest'
import { readBrat } from '../../../shared/exchange/brat/read-brat.ts'
import { readCsv } from '../../../shared/exchange/csv/read-csv.ts'
import { readHypothesis } from '../../../shared/exchange/hypothesis/read-hypothesis.ts'
import { IMPORT_LIMIT } from '../../../shared/exchange/input.ts'
import { readJsonld } from '../../../shared/exchange/jsonld/read-jsonld.ts'
import { readLabelStudio } from '../../../shared/exchange/label-studio/read-label-studio.ts'
import { timeIn } from '../../../shared/exchange/time-in.ts'
import { answersTo } from '../../../shared/review/answers-to.ts'
import type { Reply } from '../../../shared/review/reply.ts'

const readers = { readBrat, readCsv, readHypothesis, readJsonld, readLabelStudio }

describe.each(Object.entries(readers))('%s', (_, read) => {
  it.each<[string, string]>([
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '1e999'],
    ['lists in lists', '['.repeat(100_000)],
    ['lists that close', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    ['a list of lists', '[[], [[]], null, 7, "a"]'],
    ['members of the wrong kind', '{"type": 7, "items": {"a": 1}, "rows": 7, "annotations": {}, "data": []}'],
    ['entries of the wrong kind', '{"annotations": [null, 7, "a", [], {"target": 7}, {"target": [null]}]}'],
    ['names that are special', '{"__proto__": {"x": 1}, "constructor": 7, "items": [{"__proto__": []}]}'],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR'],
    ['zero bytes', '\0'.repeat(1000)],
    ['a web page', '<!doctype html><p>Story</p>'],
    ['half a pair', '"\ud83d'],
  ])('refuses %s in words', (_name, raw) => {
    const result = read(raw, 'x.bin')
    expect(result.ok).toBe(false)
    if (!result.ok) expect(result.error.kind).toMatch(/^import-/)
  })

  it('asks for no more than it reads', () => {
    const result = read(' '.repeat(IMPORT_LIMIT + 1), 'x.bin')
    expect(result.ok ? null : result.error).toMatchObject({ kind: 'import-too-large', limit: IMPORT_LIMIT })
  })
})

describe('many bad annotations', () => {
  // More than a call takes arguments: a list that is spread into one ends the program.
  it.each([
    [
      'of the web',
      readJsonld,
      {},
      {
        type: 'Annotation',
        id: 'x:1',
        target: { source: 'x:y', selector: { type: 'TextQuoteSelector', exact: 'a' } },
      },
    ],
    [
      'of Hypothesis',
      readHypothesis,
      { uri: 'x' },
      { uri: 'x', id: '1', target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'a' }] }] },
    ],
  ] as const)('%s are counted, and the good one comes in', (_, read, bad, good) => {
    const result = read(JSON.stringify([...Array.from({ length: 130_000 }, () => bad), good]), 'many.json')
    expect(result.ok && result.value.marks).toHaveLength(1)
    expect(result.ok && result.value.warnings.at(-1)).toBe('There are 129950 more like these.')
  })
})

describe('timeIn', () => {
  it.each([
    ['2026-11-20T10:04:00Z', '2026-11-20T10:04:00Z'],
    ['2026-11-20T11:04:00+01:00', '2026-11-20T10:04:00Z'],
    ['2026-11-20T10:04:00.123456+00:00', '2026-11-20T10:04:00.123Z'],
    ['2026-11-20T10:04:00', '2026-11-20T10:04:00Z'],
    ['2026-11-20 10:04:00', '2026-11-20T10:04:00Z'],
    ['2026-13-20T10:04:00Z', null],
    ['2026-11-20', null],
    ['20.11.2026 10:04', null],
    [1795336200000, null],
    [undefined, null],
  ])('takes %j for %j', (value, expected) => {
    expect(timeIn(value)).toBe(expected)
  })
})

describe('answersTo', () => {
  it('finds answers to answers in any order, and stops in a circle', () => {
    const reply = (id: string, to: string) => ({ id, to }) as unknown as Reply
    const replies = [reply('c', 'b'), reply('b', 'a'), reply('x', 'y'), reply('y', 'x')]
    expect(answersTo(['a'], replies).map(({ id }) => id)).toEqual(['c', 'b'])
    expect(answersTo(['x'], replies)).toHaveLength(2)
    expect(answersTo([], replies)).toEqual([])
  })
})
