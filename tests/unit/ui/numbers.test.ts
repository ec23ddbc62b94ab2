import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stepPaths } from '../../../renderer/ui/numbers/chart-paths.ts'
import { countCharacters } from '../../../renderer/ui/numbers/count-characters.ts'
import { BINS, binSpan, createBins } from '../../../renderer/ui/numbers/distribution.ts'
import { figuresOf } from '../../../renderer/ui/numbers/figures.ts'
import { storyTicks } from '../../../renderer/ui/numbers/ticks.ts'
import type { Annotation } from '../../../shared/annotation/annotation.ts'
import type { Story } from '../../../shared/story/story.ts'
import { builtInTags } from '../../../shared/tags.ts'
import { span, type TagId } from '../../../shared/units.ts'
import { anAnnotation, annotationId, annotatorId } from '../../helpers/annotation.ts'
import { type BlockSketch, storyOfBlocks } from '../../helpers/story-of-blocks.ts'

const fact = 'fact' as TagId

function figures(story: Story, annotations: readonly Annotation[]) {
  const steps = figuresOf(story, annotations, builtInTags)
  let step = steps.next()
  let count = 0
  while (step.done !== true) {
    step = steps.next()
    count++
  }
  return { ...step.value, steps: count }
}

const paragraphs = (count: number): readonly BlockSketch[] =>
  Array.from({ length: count }, (_, index) => ({ kind: 'paragraph', text: `Paragraph ${index + 1} of it.` }))

describe('characters', () => {
  test.each([
    ['', 0],
    ['Nobody came.', 12],
    ['“Sí”, she said — twice', 22],
    ['cafe\u0301', 4],
    ['👩‍🚒 and 🇳🇴', 7],
    ['مَوْجَة', 4],
    ['港口重新开放', 6],
  ])('%s has %i', (text, expected) => {
    expect(countCharacters(text)).toBe(expected)
  })

  test('are what the segmenter counts, whatever the text', () => {
    const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('a', 'é', '\u0301', '\u200d', '👩', '🚒', '港', '—', 'ـ') }),
    )
    fc.assert(
      fc.property(text, (one) => {
        const line = one.replaceAll(/[\r\n]/g, ' ')
        expect(countCharacters(line)).toBe([...segmenter.segment(line)].length)
      }),
    )
  })
})

describe('distribution', () => {
  const bins = (length: number, ...spans: readonly (readonly [number, number])[]) => {
    const all = createBins(length)
    for (const [start, end] of spans) all.add({ tag: fact, span: span(start, end) })
    return all.byTag(builtInTags)[0]?.shares ?? []
  }

  test('a part of the story that is all marked counts 1, one that is half marked a half', () => {
    expect(bins(1000, [0, 20], [40, 50]).slice(0, 4)).toEqual([1, 0, 0.5, 0])
  })

  test('what overlaps counts once', () => {
    expect(bins(1000, [0, 10], [5, 15], [6, 8]).slice(0, 2)).toEqual([0.75, 0])
  })

  test('no more than the text is ever marked, and no less', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.array(fc.tuple(fc.nat(5000), fc.nat(400)), { maxLength: 30 }),
        (length, sketches) => {
          const spans = sketches
            .map(([start, size]) => [Math.min(start, length), Math.min(start + size, length)] as const)
            .filter(([start, end]) => start < end)
            .sort((a, b) => a[0] - b[0])
          const covered = new Set(
            spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, at) => start + at)),
          )
          const shares = bins(length, ...spans)
          const sum = shares.reduce((all, share) => all + share, 0)
          expect((sum * length) / BINS).toBeCloseTo(covered.size, 4)
          expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
        },
      ),
    )
  })

  test('the parts together are the text, without a gap', () => {
    for (const length of [0, 7, 49, 50, 51, 12_345]) {
      const parts = Array.from({ length: BINS }, (_, bin) => binSpan(bin, length))
      expect(parts[0]?.start).toBe(0)
      expect(parts.at(-1)?.end).toBe(length)
      expect(parts.slice(1).every(({ start }, index) => start === parts[index]?.end)).toBe(true)
    }
  })
})

describe('the drawing of a row', () => {
  test('nothing marked is no path', () => {
    expect(stepPaths([0, 0])).toEqual({ area: '', edge: '' })
  })

  test('each stretch is a piece of its own, closed along the bottom', () => {
    expect(stepPaths([0, 1, 0.5, 0, 0.25])).toEqual({
      area: 'M1 1V0H2V0.5H3V1ZM4 1V0.75H5V1Z',
      edge: 'M1 0H2V0.5H3M4 0.75H5',
    })
  })

  test('one marked word in a long part is still to be seen', () => {
    expect(stepPaths([0.001]).edge).toBe('M0 0.92H1')
  })
})

describe('ticks', () => {
  const labels = (sketches: readonly BlockSketch[]) =>
    storyTicks(storyOfBlocks('a.md', sketches)).map(({ label }) => label)

  test('are the headings, without the headline', () => {
    const sketches: readonly BlockSketch[] = [
      { kind: 'headline', text: 'Tunnel' },
      { kind: 'heading', text: 'The pumps', level: 2 },
      ...paragraphs(3),
      { kind: 'heading', text: 'The bill', level: 2 },
    ]
    expect(labels(sketches)).toEqual(['The pumps', 'The bill'])
  })

  test('of many headings those of the highest levels', () => {
    const sections = Array.from({ length: 5 }, (_, index): readonly BlockSketch[] => [
      { kind: 'heading', text: `Part ${index}`, level: 2 },
      ...[1, 2, 3].map((n): BlockSketch => ({ kind: 'heading', text: `Point ${n}`, level: 3 })),
    ]).flat()
    expect(labels(sections)).toEqual(['Part 0', 'Part 1', 'Part 2', 'Part 3', 'Part 4'])
  })

  test('hundreds of one level are thinned', () => {
    const headings = Array.from(
      { length: 100 },
      (_, index): BlockSketch => ({ kind: 'heading', text: `${index}`, level: 2 }),
    )
    expect(labels(headings).length).toBeLessThanOrEqual(12)
  })

  test.each([
    [2, []],
    [4, ['1', '2', '3', '4']],
    [11, ['2', '4', '6', '8', '10']],
    [60, ['10', '20', '30', '40', '50', '60']],
  ])('without headings, of %i paragraphs some numbers', (count, expected) => {
    expect(labels(paragraphs(count))).toEqual(expected)
  })
})

describe('figures', () => {
  const story = storyOfBlocks('a.txt', paragraphs(4))
  const mark = (n: number, tag: string, fields: Record<string, string> = {}, creator = 1) =>
    anAnnotation({
      id: annotationId(n),
      tag: tag as TagId,
      fields,
      creator: annotatorId(creator),
      span: span(n, n + 2),
    })

  test('fields with fixed values: each value, what is not filled in, and what somebody else wrote', () => {
    const { fields } = figures(story, [
      mark(1, 'fact', { status: 'verified' }),
      mark(2, 'fact', { status: 'verified' }),
      mark(3, 'fact', { status: 'half true' }),
      mark(4, 'fact'),
      mark(5, 'assessment', { whose: 'the mayor' }),
    ])
    expect(fields).toEqual([
      {
        tag: 'fact',
        field: expect.objectContaining({ id: 'status' }),
        all: 4,
        open: 1,
        values: [
          { value: 'verified', count: 2 },
          { value: 'unverified', count: 0 },
          { value: 'disputed', count: 0 },
          { value: 'half true', count: 1 },
        ],
      },
    ])
  })

  test('by annotator and tag', () => {
    const { byAnnotator } = figures(story, [mark(1, 'fact'), mark(2, 'rumour', {}, 2), mark(3, 'fact')])
    expect([...byAnnotator].map(([who, tags]) => [who, [...tags]])).toEqual([
      [annotatorId(1), [['fact', 2]]],
      [annotatorId(2), [['rumour', 1]]],
    ])
  })

  test('tags along the story in the order of the scheme, unknown ones last; orphans are nowhere', () => {
    const lost = { ...mark(4, 'photo-caption'), span: null }
    const { distribution } = figures(story, [mark(1, 'rumour'), mark(2, 'assessment'), mark(3, 'fact'), lost])
    expect(distribution.map(({ tag }) => tag)).toEqual(['fact', 'assessment', 'rumour'])
  })

  test('20,000 are taken in steps', () => {
    const many = Array.from({ length: 20_000 }, (_, n) => mark(n, 'fact'))
    expect(figures(story, many).steps).toBeGreaterThan(30)
  })
})
