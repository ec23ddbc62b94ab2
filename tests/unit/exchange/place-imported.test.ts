import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImportedPlace } from '../../../shared/exchange/imported.ts'
import { type PlacedImport, placeImported } from '../../../shared/exchange/place-imported.ts'
import { anyText } from '../../helpers/annotation-arbitraries.ts'
import { at, words } from '../../helpers/imported-marks.ts'
import '../../helpers/property-seed.ts'

const STORY = `Ferry pier to close 🚢 for winter
The ferry pier at Old Quay closes on Monday, the harbour board said. Repairs will take eleven weeks.
“We had no choice,” chair Ines Duarte said. The board said it would review the date in May.
A second pier, built in 1912, stays open. The cost is put at 4.2 million, officials said.`

function place(places: readonly ImportedPlace[], text = STORY, old: string | null = null): PlacedImport {
  return placeImported(
    places.map((one) => ({ place: one })),
    text,
    old,
  )
}

/** What stands at each place, or the kind of what became of it. */
function found(placed: PlacedImport, text = STORY): readonly string[] {
  return placed.standings.map((one) =>
    one.kind === 'placed' ? text.slice(one.span.start, one.span.end) : one.kind,
  )
}

/** The place of words, counted in code points or in UTF-16 units, off by a number. */
function counted(
  exact: string,
  unit: 'code-point' | 'utf-16',
  off = 0,
  said = unit,
  text = STORY,
): ImportedPlace {
  const from = text.indexOf(exact)
  const start = (unit === 'utf-16' ? from : [...text.slice(0, from)].length) + off
  const length = unit === 'utf-16' ? exact.length : [...exact].length
  return at(start, start + length, exact, said)
}

const SOME = ['Old Quay', 'harbour board', 'eleven weeks', 'Ines Duarte', 'built in 1912', '4.2 million']

describe('a position in a file of another program', () => {
  it('is believed where the words agree', () => {
    const placed = place(SOME.map((exact) => counted(exact, 'code-point')))
    expect([found(placed), placed.warnings]).toEqual([SOME, []])
  })

  it('is read in the other unit where that is what the words say', () => {
    const placed = place(SOME.map((exact) => counted(exact, 'utf-16', 0, 'code-point')))
    expect(found(placed)).toEqual(SOME)
    expect(placed.warnings).toEqual([
      'The positions in the file count UTF-16 units; read so, 6 of 6 agree with their words.',
    ])
  })

  it('is read with what all of them are off by, also for words that stand twice', () => {
    const said = at(0, 0, 'said')
    const second = STORY.indexOf('said', STORY.indexOf('said') + 1)
    const start = [...STORY.slice(0, second)].length + 25
    const placed = place([
      ...SOME.map((exact) => counted(exact, 'code-point', 25)),
      { ...said, position: { start, end: start + 4, unit: 'code-point' } },
    ])
    expect(found(placed)).toEqual([...SOME, 'said'])
    expect(placed.standings.at(-1)).toMatchObject({ span: { start: second, end: second + 4 } })
    expect(placed.warnings).toEqual([
      'The positions in the file count Unicode characters, and are off by 25; read so, 7 of 7 agree with their words.',
    ])
  })

  it('gives way to the words where the two disagree', () => {
    const placed = place([at(3, 15, 'eleven weeks')])
    expect(found(placed)).toEqual(['eleven weeks'])
  })

  it('is not believed where what stands around is something else', () => {
    const first = STORY.indexOf('board said')
    const place1: ImportedPlace = {
      quote: { exact: 'board said', prefix: 'Duarte said. The ', suffix: ' it would review' },
      position: { start: first, end: first + 10, unit: 'utf-16' },
    }
    const [standing] = place([place1]).standings
    expect(standing).toMatchObject({ span: { start: STORY.lastIndexOf('board said') } })
  })

  it('without words is taken inside the text, and said to be unchecked', () => {
    const start = [...STORY.slice(0, STORY.indexOf('Old Quay'))].length
    const placed = place([at(start, start + 8), at(5000, 5009), at(7, 7)])
    expect(found(placed)).toEqual(['Old Quay', 'nowhere', 'nowhere'])
    expect(placed.warnings).toEqual([
      '1 annotation stands in the file without words: placed by position alone, so look at them once.',
    ])
  })

  it('without words follows the others of its file', () => {
    const start = [...STORY.slice(0, STORY.indexOf('Repairs'))].length + 25
    const placed = place([...SOME.map((exact) => counted(exact, 'code-point', 25)), at(start, start + 7)])
    expect(found(placed).at(-1)).toBe('Repairs')
  })

  it('without words is left out where the others show that the file is about another text', () => {
    const wrong = SOME.map((exact, number) => at(number * 31 + 2, number * 31 + 2 + exact.length, exact))
    expect(found(place([...wrong, at(10, 20)])).at(-1)).toBe('nowhere')
  })
})

describe('words in a file of another program', () => {
  it('are found by themselves, with other quotes and blanks too', () => {
    const placed = place([words('"We had  no choice,"'), words('Repairs will take\neleven weeks')])
    expect(found(placed)).toEqual(['“We had no choice,”', 'Repairs will take eleven weeks'])
    expect(placed.standings[0]).toMatchObject({ confirmed: '“We had no choice,”' })
  })

  it('that stand twice alike are an orphan with all that is known of it', () => {
    const placed = place(
      [words('board said', 'the ', ' ')],
      'He asked the board said one. She asked the board said two.',
    )
    expect(placed.standings).toEqual([
      {
        kind: 'orphan',
        anchor: { exact: 'board said', prefix: 'the ', suffix: ' ', start: 0, end: 1 },
        hasPosition: false,
      },
    ])
  })

  it('are told apart by what stands around them', () => {
    const placed = place([words('said', 'Ines Duarte ', '. The board'), words('said', 'officials ', '.')])
    const starts = placed.standings.map((one) => (one.kind === 'placed' ? one.span.start : one.kind))
    expect(starts).toEqual([STORY.indexOf('said. The board'), STORY.lastIndexOf('said')])
  })

  it('that changed since are placed, and keep the words of the file', () => {
    const placed = place([
      words('The cost is put at 4.7 million', 'built in 1912, stays open. ', ', officials said.'),
    ])
    expect(placed.standings).toMatchObject([{ kind: 'placed', confirmed: 'The cost is put at 4.7 million' }])
    expect(found(placed)).toEqual(['The cost is put at 4.2 million'])
  })

  it('that are not in the story are an orphan, which keeps its position', () => {
    const [standing] = place([at(3, 30, 'The mayor resigned at noon.')]).standings
    expect(standing).toMatchObject({ kind: 'orphan', anchor: { start: 3, end: 30 }, hasPosition: true })
  })

  it('that are none are nowhere', () => {
    expect(found(place([words(''), words(' \n')]))).toEqual(['nowhere', 'nowhere'])
    expect(placeImported([{ place: null }], STORY, null).standings).toEqual([{ kind: 'nowhere' }])
  })

  it('of a text that is known are carried along with it', () => {
    const old = STORY.replace('Ferry pier to close 🚢 for winter', 'Pier to close').replace(
      'officials said',
      'sources said',
    )
    const said = [...old.matchAll(/said/g)].map(({ index }) => {
      const start = [...old.slice(0, index)].length
      return at(start, start + 4, 'said')
    })
    const placed = place(said, STORY, old)
    const starts = placed.standings.map((one) => (one.kind === 'placed' ? one.span.start : one.kind))
    expect(starts).toEqual([...STORY.matchAll(/said/g)].map(({ index }) => index))
  })
})

it('whatever a file says, what is placed stands in the text and nothing throws', () => {
  const number = fc.oneof(fc.integer({ min: -5, max: 200 }), fc.double(), fc.maxSafeInteger())
  const anyPlace: fc.Arbitrary<ImportedPlace> = fc.record({
    quote: fc.option(fc.record({ exact: anyText, prefix: anyText, suffix: anyText })),
    position: fc.option(
      fc.record({ start: number, end: number, unit: fc.constantFrom('code-point', 'utf-16') }),
    ),
  })
  fc.assert(
    fc.property(fc.array(anyPlace, { maxLength: 12 }), anyText, fc.option(anyText), (places, text, old) => {
      const { standings } = place(places, text, old)
      expect(standings).toHaveLength(places.length)
      for (const one of standings) {
        if (one.kind !== 'placed') continue
        expect(one.span.end).toBeLessThanOrEqual(text.length)
        expect(one.anchor.exact).toBe(text.slice(one.span.start, one.span.end))
      }
    }),
  )
})
