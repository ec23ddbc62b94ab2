import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clauseAt, clauseBefore, clauseFrom, clausesIn } from '../../../shared/story/clauses.ts'
import { readStory } from '../../../shared/story/read-story.ts'
import { blockSentences } from '../../../shared/story/sentences.ts'
import { type Span, textOffset } from '../../../shared/units.ts'
import { clauseCases } from './clause-cases.ts'
import { clausesOf } from './segments.ts'

describe('clauses of newsroom copy', () => {
  it.each(clauseCases)('$why: $text', ({ text, clauses }) => {
    expect(clausesOf(text)).toEqual(clauses)
  })

  it('are at least sixty cases, each with its own name', () => {
    expect(clauseCases.length).toBeGreaterThanOrEqual(60)
    expect(new Set(clauseCases.map(({ why }) => why)).size).toBe(clauseCases.length)
  })
})

const story = readStory(
  'a.txt',
  [
    'Tunnel opens, officials say',
    '',
    '- One lane, “maybe two,” said Lind. It rained.',
    '',
    '* * *',
    'Photo: Ann Poe. The bore, seen from the east, is dark.',
    '…',
  ].join('\n'),
)
const words = (clause: Span | null) => clause && story.text.slice(clause.start, clause.end)
const at = (found: string, more = 0) => textOffset(story.text.indexOf(found) + more)

describe('stepping by clause', () => {
  const all = [
    'Tunnel opens',
    'officials say',
    'One lane',
    '“maybe two,”',
    'said Lind',
    'It rained',
    'Photo: Ann Poe',
    'The bore',
    'seen from the east',
    'is dark',
  ]

  it('goes over block borders, headline and caption included, there and back', () => {
    const there: (string | null)[] = []
    for (let next = clauseFrom(story, textOffset(0)); next !== null; next = clauseFrom(story, next.end)) {
      there.push(words(next))
    }
    expect(there).toEqual(all)
    const back: (string | null)[] = []
    const end = textOffset(story.text.length)
    for (let before = clauseBefore(story, end); before !== null; before = clauseBefore(story, before.start)) {
      back.unshift(words(before))
    }
    expect(back).toEqual(all)
  })

  it.each([
    ['inside a clause', at('lane'), 'One lane'],
    ['at the end of a clause, the next', at(', “maybe'), '“maybe two,”'],
    ['on a bullet, what it opens', at('- One'), 'One lane'],
    ['behind the full stop, the next sentence', at(' It rained'), 'It rained'],
    ['behind the last of a block, that one', at('rained.', 7), 'It rained'],
    ['on a rule, the next', at('* * *'), 'Photo: Ann Poe'],
    ['where only signs follow', at('…'), null],
  ])('finds the one %s', (_, offset, expected) => {
    expect(words(clauseAt(story, offset))).toBe(expected)
  })

  it('finds none behind the last and before the first', () => {
    expect(clauseFrom(story, at('is dark', 1))).toBeNull()
    expect(clauseBefore(story, textOffset(0))).toBeNull()
    expect(clauseAt(readStory('a.txt', '\n'), textOffset(0))).toBeNull()
  })

  it('cuts a sentence once', () => {
    const block = story.blocks[0]
    const [sentence] = block === undefined ? [] : blockSentences(story, block)
    expect(sentence).toBeDefined()
    if (sentence !== undefined) expect(clausesIn(story, sentence)).toBe(clausesIn(story, sentence))
  })
})

describe('clauses of any text', () => {
  const piece = fc.constantFrom(
    ...['the bridge', 'Lind', 'said', 'according to', 'that', 'and', 'who', 'told reporters', 'U.S.', 'a.m.'],
    ...[', ', ',', '; ', ': ', ' – ', '—', '-', ' (', ') ', '. ', '? ', '…', ' ', ' ', '\n'],
    ...['“', '”', '"', "'", '’', '‘', '«', '»', '「', '」', '״', '„'],
    ...['40,000', '10–12', '10:30', 'https://a.example/b,c;d', 'a@b.example', '$1.5'],
    ...[
      '隧道',
      '说',
      '，',
      '、',
      '。',
      'と述べた',
      'トンネルは',
      'によると、',
      'قال',
      'إن',
      '، ',
      'אמר',
      'כי',
      'ד״ר',
    ],
    ...['😀', '👩‍👩‍👧‍👦', 'e\u0301', '\u0301', '\u200d', '\u0600', '🇳🇴', 'ü'],
  )
  const text = fc.array(piece, { minLength: 1, maxLength: 40 }).map((pieces) => pieces.join(''))
  const cut = (made: string) => {
    const read = readStory('a.txt', made)
    const sentences = read.blocks.flatMap((block) => blockSentences(read, block))
    return { read, parts: sentences.map((sentence) => ({ sentence, clauses: clausesIn(read, sentence) })) }
  }

  it('cover every letter and digit, in order, without overlap, and none is empty', () => {
    fc.assert(
      fc.property(text, (made) => {
        const { read, parts } = cut(made)
        for (const { sentence, clauses } of parts) {
          let reached: number = sentence.start
          const left: string[] = []
          for (const { start, end } of clauses) {
            expect(start).toBeGreaterThanOrEqual(reached)
            expect(end).toBeLessThanOrEqual(sentence.end)
            expect(read.text.slice(start, end)).toMatch(/[\p{L}\p{N}]/u)
            left.push(read.text.slice(reached, start))
            reached = end
          }
          left.push(read.text.slice(reached, sentence.end))
          expect(left.join('')).not.toMatch(/[\p{L}\p{N}]/u)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('have no blanks at their ends and split no word, number, address or character', () => {
    const segmenter = new Intl.Segmenter('und')
    fc.assert(
      fc.property(text, (made) => {
        const { read, parts } = cut(made)
        const characters = new Set([...segmenter.segment(read.text)].map(({ index }) => index))
        const whole = [
          ...read.text.matchAll(/40,000|10–12|10:30|https:\/\/a\.example\/b,c;d|[\p{Script=Latin}\p{M}]+/gu),
        ]
        for (const { sentence, clauses } of parts) {
          for (const border of clauses.flatMap(({ start, end }) => [start, end])) {
            if (border === sentence.start || border === sentence.end) continue
            expect(characters.has(border)).toBe(true)
            for (const { 0: word, index } of whole) {
              expect(border > index && border < index + word.length).toBe(false)
            }
          }
          for (const { start, end } of clauses) {
            // A blank with an accent of its own is a character, and so is one behind an Arabic number sign.
            expect(read.text.slice(start, end)).not.toMatch(/^\s(?![\p{M}\u200d])|(?<!\u0600)\s$/u)
          }
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a long story', () => {
  const sentence =
    'The tunnel opened at 5 a.m. on Friday, according to a port authority official, eleven weeks after a pump ' +
    'failure let in 40,000 cubic metres of water. “We were lucky with the tide,” said Mara Lind, who runs the ' +
    'control room. Two people familiar with the tender said that the only bid came from a friend of the council. '
  const long = readStory('a.txt', `Tunnel\n\n${`${sentence.repeat(3)}\n\n`.repeat(560)}`)

  it('of 100,000 words is cut into clauses in a time that fits its length', () => {
    const sentences = long.blocks.flatMap((block) => blockSentences(long, block))
    // The first of them warm the engine up; a window cuts a sentence when it is needed, too.
    const before = process.cpuUsage()
    const clauses = sentences.flatMap((one) => clausesIn(long, one))
    expect(clauses.length).toBeGreaterThan(10_000)
    // About 120 ms where nothing else runs.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000)
  })

  it('is stepped through without cutting it again', () => {
    const before = process.cpuUsage()
    let steps = 0
    for (let next = clauseFrom(long, textOffset(0)); next !== null; next = clauseFrom(long, next.end)) steps++
    expect(steps).toBeGreaterThan(10_000)
    expect(process.cpuUsage(before).user / 1000 / steps).toBeLessThan(0.3)
  })

  it('in one sentence of one block is cut in a time that fits its length', () => {
    const before = process.cpuUsage()
    const made = Array(20_000).fill('the pumps, which “hold” well, (he said) and').join(' ')
    expect(clausesOf(made).length).toBeGreaterThan(10_000)
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10)
  })
})
