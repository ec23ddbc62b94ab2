import { describe, expect, test } from 'vitest'
import { filteredOf, visibleOf } from '../../../renderer/ui/shown.ts'
import type { Annotation } from '../../../shared/annotation/annotation.ts'
import { type MarkFilter, noFilter } from '../../../shared/annotation/filter.ts'
import { span, type TagId } from '../../../shared/units.ts'
import { anAnnotation, annotationId, annotatorId } from '../../helpers/annotation.ts'

const marks: readonly Annotation[] = [
  ['fact', 1, ''],
  ['assessment', 2, 'Whose?'],
  ['fact', 2, 'Checked'],
  ['attribution', 1, ''],
].map(([tag, creator, note], index) =>
  anAnnotation({
    id: annotationId(index),
    tag: tag as TagId,
    creator: annotatorId(creator as number),
    note: note as string,
    span: span(index * 10, index * 10 + 5),
  }),
)

const shown = (filter: Partial<MarkFilter>, active: number | null = null) =>
  filteredOf(marks, { ...noFilter, ...filter }, active === null ? null : annotationId(active)).map((one) =>
    marks.indexOf(one),
  )
const facts = { tags: new Set(['fact' as TagId]) }

describe('the filter', () => {
  test('lets everything through that it does not name', () => {
    expect(filteredOf(marks, noFilter, null)).toBe(marks)
  })

  test.each([
    ['tag', facts, [0, 2]],
    ['annotator', { annotators: new Set([annotatorId(2)]) }, [1, 2]],
    ['with a note', { note: 'with' as const }, [1, 2]],
    ['without a note', { note: 'without' as const }, [0, 3]],
    ['tag and note together', { ...facts, note: 'with' as const }, [2]],
    ['what is to be checked', { attention: true }, []],
  ])('by %s', (_, filter, expected) => {
    expect(shown(filter)).toEqual(expected)
  })

  test.each([
    [1, [0, 1, 2]],
    [3, [0, 2, 3]],
    [2, [0, 2]],
  ])('keeps the active one, number %i, where it stands in the story', (active, expected) => {
    expect(shown(facts, active)).toEqual(expected)
  })

  test('the same question has the same array for an answer', () => {
    const filter = { ...noFilter, ...facts }
    expect(filteredOf(marks, filter, null)).toBe(filteredOf(marks, filter, null))
    expect(filteredOf(marks, filter, annotationId(1))).toBe(filteredOf(marks, filter, annotationId(1)))
  })
})

describe('layers', () => {
  test('that are switched off are left out', () => {
    expect(visibleOf(marks, new Set([annotatorId(1)]))).toEqual([marks[1], marks[2]])
  })

  test('with all switched on it is the array itself', () => {
    expect(visibleOf(marks, new Set())).toBe(marks)
  })

  test('the active one of a hidden layer stays hidden', () => {
    const visible = visibleOf(marks, new Set([annotatorId(1)]))
    expect(filteredOf(visible, { ...noFilter, ...facts }, annotationId(0))).toEqual([marks[2]])
  })
})
