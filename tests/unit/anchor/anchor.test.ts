import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { AnchorText, anchorAll, type Found } from '../../../shared/anchor/anchor.ts'
import type { Clue } from '../../../shared/anchor/clue.ts'
import { describeSpan } from '../../../shared/anchor/describe.ts'
import { splitsPair } from '../../../shared/anchor/find-quote.ts'
import { CodePointIndex } from '../../../shared/story/code-points.ts'
import { codePoint, type Span, span } from '../../../shared/units.ts'
import { anyText } from '../../helpers/annotation-arbitraries.ts'
import { story } from '../../helpers/story.ts'

function clueOf(text: string, place: Span): Clue {
  const { exact, prefix, suffix, start, end } = describeSpan(text, place, new CodePointIndex(text))
  return { exact, prefix, suffix, position: { start, end } }
}

/** What is found, with brackets around it and how it was matched; `orphan`. */
function shown(text: string, found: Found | null | undefined): string {
  if (found === null || found === undefined) return 'orphan'
  const { start, end } = found.span
  return `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)} ${found.match}`
}

/** Marks `<a>`–`<b>` in one text and looks for it in another, by its selectors. */
function bySelectors(then: string, today: string): string {
  const marked = story(then)
  return shown(today, anchorAll(new AnchorText(today), [clueOf(marked.text, marked.span())], null)[0])
}

/** The same with the earlier text at hand. */
function withOldText(then: string, today: string): string {
  const { text, span: marked } = story(then)
  return shown(today, anchorAll(new AnchorText(today), [clueOf(text, marked())], text)[0])
}

function byQuote(text: string, exact: string, more: Partial<Clue> = {}): string {
  const clue: Clue = { exact, prefix: '', suffix: '', position: null, ...more }
  return shown(text, anchorAll(new AnchorText(text), [clue], null)[0])
}

const at = (start: number, end: number) => ({ start: codePoint(start), end: codePoint(end) })

describe('a mark in a changed text, with and without the earlier text', () => {
  const said =
    'Divers went down at dawn.\nThe crane lifted <a>the wreck of the tug<b> before noon on Monday, a foreman said.\nThe quay stays shut.'
  test.each<[string, string, string, string]>([
    [
      'moves with its paragraph',
      said,
      'The quay stays shut.\nThe crane lifted the wreck of the tug before noon on Monday, a foreman said.\nDivers went down at dawn.',
      'The quay stays shut.\nThe crane lifted [the wreck of the tug] before noon on Monday, a foreman said.\nDivers went down at dawn. exact',
    ],
    [
      'covers what was put into its middle, and says so',
      said,
      'Divers went down at dawn.\nThe crane lifted the rusty wreck of the tug before noon on Monday, a foreman said.\nThe quay stays shut.',
      'Divers went down at dawn.\nThe crane lifted [the rusty wreck of the tug] before noon on Monday, a foreman said.\nThe quay stays shut. changed',
    ],
    [
      'leaves outside what was put in at its borders',
      said,
      'Divers went down at dawn.\nThe crane lifted slowly the wreck of the tug again before noon on Monday, a foreman said.\nThe quay stays shut.',
      'Divers went down at dawn.\nThe crane lifted slowly [the wreck of the tug] again before noon on Monday, a foreman said.\nThe quay stays shut. exact',
    ],
    [
      'covers a word that replaced its last one',
      said,
      'Divers went down at dawn.\nThe crane lifted the wreck of the barge before noon on Monday, a foreman said.\nThe quay stays shut.',
      'Divers went down at dawn.\nThe crane lifted [the wreck of the barge] before noon on Monday, a foreman said.\nThe quay stays shut. changed',
    ],
    [
      'is an orphan when its words were taken out',
      said,
      'Divers went down at dawn.\nThe crane lifted before noon on Monday, a foreman said.\nThe quay stays shut.',
      'orphan',
    ],
    [
      'is folded when only blanks, quotes and dashes changed',
      'He read: <a>"It\'s over - done"<b> and left the room.',
      'He read: “It’s over — done” and left the room.',
      'He read: [“It’s over — done”] and left the room. folded',
    ],
    [
      'is never quiet about a "not"',
      'A spokeswoman said <a>the plant will be closed<b> before the end of May.',
      'A spokeswoman said the plant will not be closed before the end of May.',
      'A spokeswoman said [the plant will not be closed] before the end of May. changed',
    ],
    [
      'is never quiet about a figure',
      'Doctors counted <a>17 cases of measles<b> in the two valleys since June.',
      'Doctors counted 71 cases of measles in the two valleys since June.',
      'Doctors counted [71 cases of measles] in the two valleys since June. changed',
    ],
    [
      'is not moved to the alike sentence after it',
      'The first heat was on Friday.\n<a>Crew Heron won its heat by two lengths.<b> Crew Otter won its heat by three lengths. The final is on Sunday.',
      'The first heat was on Friday.\nCrew Otter won its heat by three lengths. The final is on Sunday.',
      'orphan',
    ],
    [
      'is not moved to the same phrase in another sentence',
      'The mill burned for two nights, <a>officials said<b>, before rain came over the hills.',
      'Nobody knows how it began. Trains run again, officials said, between the two coasts.',
      'orphan',
    ],
    [
      'of Chinese follows its signs',
      '昨天市长在会议上说<a>桥梁将在五月开放<b>给所有的行人使用。',
      '今天上午，昨天市长在会议上说桥梁将在五月开放给所有的行人使用。',
      '今天上午，昨天市长在会议上说[桥梁将在五月开放]给所有的行人使用。 exact',
    ],
  ])('%s', (_, then, today, expected) => {
    expect({ selectors: bySelectors(then, today), old: withOldText(then, today) }).toEqual({
      selectors: expected,
      old: expected,
    })
  })

  it('among equal sentences is told apart by the earlier text', () => {
    expect(withOldText('Rain. Rain. <a>Rain.<b> Rain.', 'Wind. Rain. Rain. Rain. Rain.')).toBe(
      'Wind. Rain. Rain. [Rain.] Rain. exact',
    )
  })

  it('of punctuation alone stays at its words', () => {
    expect(withOldText('Was it late<a>?<b> Yes, late? No.', 'Today: was it late? Yes, very late? No.')).toBe(
      'Today: was it late[?] Yes, very late? No. exact',
    )
  })
})

describe('a quote without context', () => {
  const text = 'The harbour master closed the outer lock. Nobody was hurt. The harbour is calm.'
  test.each<[string, string, string]>([
    ['that stands once', 'outer lock', 'exact'],
    ['with other letter case', 'OUTER LOCK', 'changed'],
    ['with a slip', 'the outter lock', 'changed'],
    ['with two words run together', 'Nobody washurt', 'changed'],
    ['cut in the middle of its words', 'ter closed the ou', 'exact'],
  ])('%s is found', (_, exact, match) => {
    const found = byQuote(text, exact)
    expect(found).toMatch(new RegExp(` ${match}$`))
  })

  test.each([
    ['that is empty', ''],
    ['that stands twice', 'The harbour'],
    ['of another story', 'Schools in the north open again'],
    ['with another name', 'Nobody in Velden was hurt'],
    ['too short for a slip', 'lick'],
  ])('%s is an orphan', (_, exact) => {
    expect(byQuote(text, exact)).toBe('orphan')
  })

  it('goes to the place that is at most half as far from its position as the next', () => {
    expect(byQuote(text, 'The harbour', { position: at(50, 61) })).toMatch(/hurt\. \[The harbour\]/)
    expect(byQuote(text, 'The harbour', { position: at(29, 40) })).toBe('orphan')
  })

  it('is told apart by a context with slips', () => {
    expect(
      byQuote('She left nothing behind. He left a letter behind.', 'behind', { prefix: 'left a leter ' }),
    ).toBe('She left nothing behind. He left a letter [behind]. exact')
  })
})

describe('whatever the text', () => {
  const texts = fc
    .array(fc.oneof(anyText, fc.constantFrom(' he said ', 'שלום ', 'مرحبا ', '新闻', '🚧', '. ', '\n')), {
      minLength: 1,
      maxLength: 20,
    })
    .map((pieces) => `${pieces.join('')}.`)
  const marked = fc.tuple(texts, fc.nat(), fc.nat()).map(([text, from, length]) => {
    const start = from % text.length
    return { text, clue: clueOf(text, span(start, start + 1 + (length % (text.length - start)))) }
  })
  const startOf = (text: string, found: Found | null | undefined) =>
    found ? new CodePointIndex(text).toCodePoint(found.span.start) : null

  it('a described span is found where it was, with the earlier text', () => {
    fc.assert(
      fc.property(marked, ({ text, clue }) => {
        const [found] = anchorAll(new AnchorText(text), [clue], text)
        expect(found?.match).toBe('exact')
        expect(startOf(text, found)).toBe(clue.position?.start)
      }),
    )
  })

  it('a described span is found where it was, by its selectors', () => {
    fc.assert(
      fc.property(marked, ({ text, clue }) => {
        const [found] = anchorAll(new AnchorText(text), [clue], null)
        expect(found?.match).toBe('exact')
        expect(startOf(text, found)).toBe(clue.position?.start)
      }),
      { numRuns: 500 },
    )
  })

  it('without its position it is found where it was, or not at all', () => {
    fc.assert(
      fc.property(marked, ({ text, clue }) => {
        const [found] = anchorAll(new AnchorText(text), [{ ...clue, position: null }], null)
        if (found) expect(startOf(text, found)).toBe(clue.position?.start)
      }),
      { numRuns: 500 },
    )
  })

  it('an answer lies inside the text, splits no pair, and does not hang on the order of asking', () => {
    fc.assert(
      fc.property(
        fc.array(marked, { minLength: 1, maxLength: 4 }),
        texts,
        fc.boolean(),
        (marks, today, known) => {
          const clues = marks.map(({ clue }) => clue)
          const old = known ? (marks[0]?.text ?? null) : null
          const found = anchorAll(new AnchorText(today), clues, old)
          expect(anchorAll(new AnchorText(today), clues.toReversed(), old).toReversed()).toEqual(found)
          for (const one of found) {
            if (one === null) continue
            expect(one.span.end).toBeLessThanOrEqual(today.length)
            expect(splitsPair(today, one.span.start) || splitsPair(today, one.span.end)).toBe(false)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
