import { describe, expect, it } from 'vitest'
import { countAnnotations, mergeSpans } from '../../../shared/report/counts.ts'
import { span } from '../../../shared/units.ts'
import { jane, okafor, reportInput } from '../../helpers/report-input.ts'
import { story } from '../../helpers/story.ts'

describe('countAnnotations', () => {
  const { story: tenWords } = story('0123456789')
  const input = reportInput(tenWords, [
    { by: jane, tag: 'fact', on: '0123' },
    { by: jane, tag: 'fact', on: '23' },
    { by: okafor, tag: 'rumour', on: '345' },
    { by: okafor, tag: 'fact', on: 'gone', orphan: true },
  ])
  const counts = countAnnotations(input.annotations, input.layers, input.tags, tenWords.text.length)

  it('counts text under several marks once, and orphans without any', () => {
    expect(counts.total).toEqual({ annotations: 4, orphans: 1, share: 1, covered: 6, coveredShare: 0.6 })
  })

  it('names every tag of the scheme, used or not, and unknown ones after them', () => {
    expect(counts.tags.map(({ tag, annotations, share }) => [tag.id, annotations, share])).toEqual([
      ['fact', 3, 0.75],
      ['assessment', 0, 0],
      ['attribution', 0, 0],
      ['photo-caption', 0, 0],
      ['rumour', 1, 0.25],
    ])
  })

  it('counts each annotator by tag', () => {
    expect(
      counts.annotators.map(({ name, share, covered, byTag }) => [name, share, covered, [...byTag]]),
    ).toEqual([
      ['Jane Doe', 0.5, 4, [['fact', 2]]],
      [
        'M. Okafor',
        0.5,
        3,
        [
          ['rumour', 1],
          ['fact', 1],
        ],
      ],
    ])
  })

  it('has shares of nothing where there is nothing', () => {
    expect(countAnnotations([], [], [], 0)).toEqual({
      total: { annotations: 0, orphans: 0, share: 0, covered: 0, coveredShare: 0 },
      tags: [],
      annotators: [],
    })
  })
})

describe('mergeSpans', () => {
  it('makes one of spans that overlap or touch', () => {
    expect(mergeSpans([span(8, 9), span(0, 4), span(2, 3), span(4, 6)])).toEqual([span(0, 6), span(8, 9)])
  })
})
