import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align } from '../../../shared/story/align.ts'
import { contentsOf } from '../../../shared/story/block-contents.ts'
import { pairBlocks } from '../../../shared/story/pair-blocks.ts'
import { story } from '../../helpers/story.ts'

describe('aligning two sequences', () => {
  it.each([
    ['the same', 'abc', 'abc', [0, 1, 2]],
    ['one came in', 'abc', 'axbc', [0, -1, 1, 2]],
    ['one is gone', 'abc', 'ac', [0, 2]],
    ['one moved', 'abcd', 'acdb', [0, 2, 3, -1]],
    ['repeated ones', 'aaba', 'abaa', [0, -1, 1, 3]],
    ['nothing left', 'abc', '', []],
    ['nothing before', '', 'ab', [-1, -1]],
  ])('finds what is still there: %s', (_, earlier, later, expected) => {
    expect([...align([...earlier], [...later])]).toEqual(expected)
  })

  it('pairs equal elements only, in order', () => {
    const sequence = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 30 })
    fc.assert(
      fc.property(sequence, sequence, (earlier, later) => {
        let last = -1
        align(earlier, later).forEach((at, to) => {
          if (at < 0) return
          expect(at).toBeGreaterThan(last)
          expect(earlier[at]).toBe(later[to])
          last = at
        })
      }),
    )
  })

  it.each([
    ['a changed block takes its old place', 'one two three\nfour', 'one two 3\nfour', [0, 1]],
    ['a cut block keeps the longer half', 'one two three', 'one\ntwo three', [-1, 0]],
    ['a new block takes none', 'one two\nthree four', 'one two\nsomething else\nthree 4', [0, -1, 1]],
  ])('pairs blocks: %s', (_, old, edited, expected) => {
    const contents = (text: string) => contentsOf(story(text).story)
    expect([...pairBlocks(contents(old), contents(edited), new Map())]).toEqual(expected)
  })
})
