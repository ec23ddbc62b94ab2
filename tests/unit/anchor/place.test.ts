import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { describeSpan } from '../../../shared/anchor/describe.ts'
import { Placer, type StoredPlace } from '../../../shared/anchor/place.ts'
import { CodePointIndex } from '../../../shared/story/code-points.ts'
import { codePoint, type Span, span } from '../../../shared/units.ts'
import { sha256 } from '../../helpers/annotation.ts'
import { anyText } from '../../helpers/annotation-arbitraries.ts'
import { story } from '../../helpers/story.ts'

const THEN = sha256(1)
const TODAY = sha256(2)

function stored(text: string, where: Span): StoredPlace {
  return { ...describeSpan(text, where, new CodePointIndex(text)), textSha256: THEN }
}

/** Marks `<a>`–`<b>` in one text and looks for it in another; what it finds there, with brackets around it. */
function carried(then: string, today: string): string {
  const marked = story(then)
  const found = new Placer(today, TODAY).place(stored(marked.text, marked.span()))
  if (found === null) return 'orphan'
  return `${today.slice(0, found.start)}[${today.slice(found.start, found.end)}]${today.slice(found.end)}`
}

describe('in the text that it was made on, a mark', () => {
  it('stands where it stood, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.nat(),
        (pieces, from, length) => {
          const text = `${pieces.join('')}.`
          const start = from % text.length
          const anchor = stored(text, span(start, start + 1 + (length % (text.length - start))))
          const found = new Placer(text, THEN).place(anchor)
          expect(found && text.slice(found.start, found.end)).toBe(anchor.exact)
          expect(found && new CodePointIndex(text).toCodePoint(found.start)).toBe(anchor.start)
        },
      ),
    )
  })

  it('stands where it stood among equal sentences', () => {
    const { text, span: marked } = story('He left. He left. <a>He left.<b> He left. He left.')
    expect(new Placer(text, THEN).place(stored(text, marked()))).toEqual(marked())
  })

  test.each<[string, Partial<StoredPlace>, Span | null]>([
    ['a position that disagrees with its quote', { start: codePoint(5), end: codePoint(10) }, span(4, 9)],
    ['a position outside the text', { start: codePoint(400), end: codePoint(405) }, span(4, 9)],
    ['an empty position', { start: codePoint(4), end: codePoint(4) }, span(4, 9)],
    ['a quote that is not there', { exact: 'senator' }, null],
  ])('with %s is found by its quote or not at all', (_, wrong, expected) => {
    const { text, span: marked } = story('The <a>mayor<b> resigned on Friday, officials said.')
    expect(new Placer(text, THEN).place({ ...stored(text, marked()), ...wrong })).toEqual(expected)
  })
})

describe('in another text, a mark', () => {
  const said = 'Traffic will stop on Friday, <a>the port said<b>, eleven weeks after the first breakdown.'
  test.each<[string, string, string, string]>([
    [
      'moves with its words',
      said,
      'New: Traffic will stop on Friday, the port said, eleven weeks after the first breakdown.',
      'New: Traffic will stop on Friday, [the port said], eleven weeks after the first breakdown.',
    ],
    [
      'stays when one side was rewritten',
      said,
      'No ship will sail, the port said, eleven weeks after the first breakdown.',
      'No ship will sail, [the port said], eleven weeks after the first breakdown.',
    ],
    [
      'is told from a new look-alike by its context',
      said,
      'Ships wait, the port said. Traffic will stop on Friday, the port said, eleven weeks after the first breakdown.',
      'Ships wait, the port said. Traffic will stop on Friday, [the port said], eleven weeks after the first breakdown.',
    ],
    ['is an orphan when its words are gone', said, 'Traffic will stop on Friday.', 'orphan'],
    [
      'is found in its context when a letter of its words changed',
      said,
      'Traffic will stop on Friday, the Port said, eleven weeks after the first breakdown.',
      'Traffic will stop on Friday, [the Port said], eleven weeks after the first breakdown.',
    ],
    [
      'is an orphan when only a look-alike is left',
      said,
      'Ships wait in the bay, the port said. Nothing moves.',
      'orphan',
    ],
    [
      'is an orphan when only look-alikes are left',
      said,
      'Ships wait in the bay, the port said. Nothing moves, the port said again.',
      'orphan',
    ],
    [
      'is an orphan among sentences that cannot be told apart',
      `${'He left. '.repeat(90)}<a>He left.<b>${' He left.'.repeat(90)}`,
      `Well.${' He left.'.repeat(180)}`,
      'orphan',
    ],
    [
      'is an orphan when two places fit half of its context each',
      'Ahead of the meeting on Monday, <a>the port said<b>, eleven weeks after the breakdown.',
      'Ahead of the meeting on Monday, the port said so. On Tuesday the port said, eleven weeks after the breakdown.',
      'orphan',
    ],
    [
      'that is long needs no context',
      '<a>A second tunnel will be built within ten years<b>, he said.',
      'She: A second tunnel will be built within ten years!',
      'She: [A second tunnel will be built within ten years]!',
    ],
    ['on the whole text needs none either', '<a>Gone.<b>', 'All Gone.', 'All [Gone.]'],
    [
      'at the start of a text needs the context on its other side',
      '<a>Gone<b> are the days of cheap fares.',
      'Gone are the days of cheap fares.\nGone.',
      '[Gone] are the days of cheap fares.\nGone.',
    ],
  ])('%s', (_, then, today, expected) => {
    expect(carried(then, today)).toBe(expected)
  })

  it('is never moved to a look-alike: if its words stand somewhere in their whole context, they stand there', () => {
    const words = fc.array(fc.constantFrom('he', 'said', 'the', 'port', '.', 'now'), {
      minLength: 3,
      maxLength: 14,
    })
    fc.assert(
      fc.property(words, words, fc.nat(), fc.nat(), (then, today, from, length) => {
        const text = then.join(' ')
        const start = from % text.length
        const anchor = stored(text, span(start, start + 1 + (length % (text.length - start))))
        const now = today.join(' ')
        const found = new Placer(now, TODAY).place(anchor)
        if (found === null) return
        const whole = anchor.prefix + anchor.exact + anchor.suffix
        // A negative position would count as the start.
        const fits = (at: number) =>
          at >= anchor.prefix.length && now.startsWith(whole, at - anchor.prefix.length)
        const places = Array.from(now, (_, at) => at).filter((at) => now.startsWith(anchor.exact, at))
        // Of several, the distance may decide.
        if (places.some(fits)) expect(places.filter(fits)).toContain(found.start)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('many places at once', () => {
  const then = story('One boat sank. <a>The crew swam ashore.<b> The crew slept in the church.')
  const today = 'A storm came. One boat sank. The crew slept in the church. The crew swam ashore, tired.'
  const swam = stored(then.text, then.span())

  it('come in the order asked, each with the text that it was made on', () => {
    const slept = { ...stored(today, span(29, 58)), textSha256: TODAY }
    const asked: string[] = []
    const found = new Placer(today, TODAY).placeAll([swam, slept, swam], (hash) => {
      asked.push(hash)
      return hash === THEN ? then.text : null
    })
    expect(found.map((place) => place && today.slice(place.start, place.end))).toEqual([
      'The crew swam ashore',
      'The crew slept in the church.',
      'The crew swam ashore',
    ])
    expect(asked).toEqual([THEN])
  })

  it('without the earlier text are found as one by one', () => {
    const placer = new Placer(today, TODAY)
    expect(placer.placeAll([swam], () => null)).toEqual([placer.place(swam)])
  })
})

describe('twenty thousand marks on a text of 750,000 units', () => {
  it('are placed well within a second', () => {
    const sentence = 'The mayor of the harbour town said on Friday that 🚧 work goes on. '
    const text = sentence.repeat(Math.ceil(750_000 / sentence.length))
    const index = new CodePointIndex(text)
    const marks = Array.from({ length: 20_000 }, (_, n): StoredPlace => {
      const start = index.toCodePoint(span(n * 37, n * 37 + 1).start)
      const from = index.toTextOffset(start)
      return {
        exact: text.slice(from, from + 12).replace(/[\ud800-\udbff]$/, ''),
        prefix: '',
        suffix: '',
        start,
        end: codePoint(0),
        textSha256: THEN,
      }
    }).map((mark) => ({ ...mark, end: codePoint(mark.start + Array.from(mark.exact).length) }))
    // Processor time: what else the computer does must not decide.
    const before = process.cpuUsage()
    const placer = new Placer(text, THEN)
    const placed = marks.filter((mark) => placer.place(mark) !== null).length
    expect(placed).toBe(20_000)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1_000).toBeLessThan(1_000)
  })
})
