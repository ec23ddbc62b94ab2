import { describe, expect, it } from 'vitest'
import type { PlacedAnnotation } from '../../../shared/annotation/annotation.ts'
import { compareMarks } from '../../../shared/report/agreement.ts'
import { span } from '../../../shared/units.ts'
import { story } from '../../helpers/story.ts'

/** `fact 0-4, assessment 6-9` */
function marks(sketch: string): PlacedAnnotation[] {
  return sketch
    .split(', ')
    .filter((words) => words !== '')
    .map((words) => {
      const [, tag, start, end] = /^(\S+) (\d+)-(\d+)$/.exec(words) ?? []
      return { tag, span: span(Number(start), Number(end)) } as PlacedAnnotation
    })
}

const { blocks } = story('Rain fell.\n\nThe river rose.').story

describe('compareMarks', () => {
  it.each([
    ['nothing of either', '', '', ['neither', 'neither', 'neither']],
    ['the same', 'fact 0-4', 'fact 0-4', ['same', 'neither', 'neither']],
    ['a word more', 'fact 0-4', 'fact 0-10', ['same', 'neither', 'neither']],
    ['other tags on the same words', 'fact 0-4', 'assessment 2-9', ['other-tags', 'neither', 'neither']],
    [
      'one of two tags in common',
      'fact 0-4',
      'assessment 0-4, fact 0-4',
      ['other-tags', 'neither', 'neither'],
    ],
    ['beside each other', 'fact 0-4', 'fact 4-9', ['partly', 'neither', 'neither']],
    ['one has more', 'fact 0-4, fact 5-9', 'fact 0-4', ['partly', 'neither', 'neither']],
    ['over a blank line', 'fact 5-15', 'fact 13-15', ['first-only', 'neither', 'same']],
    ['each in another place', 'fact 0-4', 'fact 13-15', ['first-only', 'neither', 'second-only']],
  ])('%s', (_name, first, second, expected) => {
    expect(compareMarks(marks(first), marks(second), blocks).blocks).toEqual(expected)
  })

  it('says of each mark what the other did there, in the order given', () => {
    const { first, second } = compareMarks(
      marks('fact 13-15, fact 0-4, assessment 5-9'),
      marks('fact 2-7, attribution 20-22'),
      blocks,
    )
    expect(first).toEqual(['alone', 'same', 'other-tag'])
    expect(second).toEqual(['same', 'alone'])
  })
})
