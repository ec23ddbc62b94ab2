import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutIntoSegments, lanesOf } from '../../../shared/report/segments.ts'
import { span } from '../../../shared/units.ts'

const item = (name: string, start: number, end: number) => ({ name, ...span(start, end) })
const cut = (items: readonly ReturnType<typeof item>[], from: number, to: number, also: number[] = []) =>
  cutIntoSegments(items, span(from, to), also).map(({ start, end, over }) =>
    `${start}–${end} ${over.map(({ name }) => name).join('')}`.trim(),
  )

describe('cutIntoSegments', () => {
  it.each([
    ['no items', [], ['0–10']],
    ['one in the middle', [item('a', 3, 5)], ['0–3', '3–5 a', '5–10']],
    ['two that overlap', [item('a', 0, 6), item('b', 4, 10)], ['0–4 a', '4–6 ab', '6–10 b']],
    ['one inside the other', [item('a', 0, 10), item('b', 4, 6)], ['0–4 a', '4–6 ab', '6–10 a']],
    ['two that touch', [item('a', 0, 5), item('b', 5, 10)], ['0–5 a', '5–10 b']],
    ['two on one range', [item('b', 2, 4), item('a', 2, 4)], ['0–2', '2–4 ba', '4–10']],
    ['items that reach beyond', [item('a', 0, 30), item('b', 20, 30)], ['0–10 a']],
  ])('cuts at every border: %s', (_name, items, expected) => {
    expect(cut(items, 0, 10)).toEqual(expected)
  })

  it('cuts at further offsets, as at the ends of blocks', () => {
    expect(cut([item('a', 2, 8)], 0, 10, [5, 6, 0, 99])).toEqual(['0–2', '2–5 a', '5–6 a', '6–8 a', '8–10'])
  })

  it('covers the range without gaps and names for each segment what lies over it', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const segments = cutIntoSegments(items, span(0, 40))
        expect(segments.map(({ start }) => start)).toEqual([
          0,
          ...segments.slice(0, -1).map(({ end }) => end),
        ])
        expect(segments.at(-1)?.end).toBe(40)
        for (const { start, end, over } of segments) {
          expect(over).toEqual(items.filter((one) => one.start < end && one.end > start))
        }
      }),
    )
  })
})

describe('lanesOf', () => {
  it('keeps a mark on one height while others come and go, and uses heights again', () => {
    const marks = [item('long', 0, 20), item('first', 2, 5), item('second', 6, 9), item('third', 8, 25)]
    expect([...lanesOf(marks)].map(([{ name }, lane]) => `${name} ${lane}`)).toEqual([
      'long 0',
      'first 1',
      'second 1',
      'third 2',
    ])
  })

  it('never gives one lane to two that overlap', () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const lanes = [...lanesOf([...items].sort((a, b) => a.start - b.start))]
        for (const [a, laneA] of lanes) {
          for (const [b, laneB] of lanes) {
            if (a !== b && a.start < b.end && b.start < a.end) expect(laneA).not.toBe(laneB)
          }
        }
      }),
    )
  })
})

const someItems = fc.array(
  fc.tuple(fc.nat(38), fc.integer({ min: 1, max: 39 })).map(([start, length]) => ({
    ...span(start, Math.min(40, start + length)),
  })),
  { maxLength: 12 },
)
