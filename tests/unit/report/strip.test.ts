import { describe, expect, it } from 'vitest'
import { isPlaced } from '../../../shared/annotation/annotation.ts'
import { stripLine, stripRows } from '../../../shared/report/strip.ts'
import type { TagId } from '../../../shared/units.ts'
import { jane, okafor, reportInput } from '../../helpers/report-input.ts'
import { story } from '../../helpers/story.ts'

const { story: ten } = story('0123456789')
const placed = reportInput(ten, [
  { by: jane, tag: 'fact', on: '01234567' },
  { by: okafor, tag: 'assessment', on: '23' },
  { by: jane, tag: 'fact', on: '89' },
]).annotations.filter(isPlaced)
const [fact, assessment] = ['fact', 'assessment'] as TagId[] as [TagId, TagId]

describe('stripRows', () => {
  it('has a row for each tag, touching marks as one stretch', () => {
    expect(stripRows(placed, 10, [assessment, fact])).toEqual([
      { tag: 'assessment', stretches: [{ start: 0.2, end: 0.4 }] },
      { tag: 'fact', stretches: [{ start: 0, end: 1 }] },
    ])
  })

  it('makes a short mark wide enough to see, inside the story', () => {
    const last = placed.filter(({ quote }) => quote === '89')
    expect(stripRows(last, 10, [fact], 0.5)).toEqual([{ tag: 'fact', stretches: [{ start: 0.5, end: 1 }] }])
  })

  it('has empty rows for an empty story', () => {
    expect(stripRows([], 0, [fact])).toEqual([{ tag: 'fact', stretches: [] }])
  })
})

describe('stripLine', () => {
  it('shows the shortest of marks that overlap, and joins what belongs together', () => {
    expect(stripLine(placed, 10)).toEqual([
      { start: 0, end: 0.2, tag: 'fact' },
      { start: 0.2, end: 0.4, tag: 'assessment' },
      { start: 0.4, end: 1, tag: 'fact' },
    ])
  })

  it('is empty for an empty story', () => {
    expect(stripLine([], 0)).toEqual([])
  })
})
