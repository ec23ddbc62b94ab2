import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { positionsOf } from '../../../renderer/editor/positions.ts'
import { isSafeHref } from '../../../renderer/editor/schema.ts'
import { docText, storyDoc } from '../../../renderer/editor/story-doc.ts'
import { directionOf } from '../../../shared/story/direction.ts'
import type { BlockKind } from '../../../shared/story/story.ts'
import { story } from '../../helpers/story.ts'
import { type BlockSketch, storyOfBlocks } from '../../helpers/story-of-blocks.ts'

const kinds: readonly BlockKind[] = [
  'headline',
  'heading',
  'dateline',
  'byline',
  'label',
  'paragraph',
  'item',
  'quote',
  'caption',
  'image',
  'code',
  'table-row',
  'rule',
  'blank',
]

const anySketch: fc.Arbitrary<BlockSketch> = fc.record({
  kind: fc.constantFrom(...kinds),
  level: fc.nat(6),
  marker: fc.constantFrom('', '•', '1.'),
  text: fc
    .array(fc.constantFrom('mayor', ' ', 'é', '👩‍🚒', 'שלום', '\n', '\u2028', '.'), { maxLength: 8 })
    .map((parts) => parts.join('')),
})

describe('the document of a story', () => {
  it('has exactly the text of the story, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.array(anySketch, { minLength: 1, maxLength: 60 }),
        fc.boolean(),
        (sketches, hardWrapped) => {
          const made = storyOfBlocks('story.md', sketches, { hardWrapped })
          const doc = storyDoc(made)
          doc.check()
          expect(docText(doc)).toBe(made.text)
        },
      ),
    )
  })

  it('carries inline marks where the story has them, also one inside the other', () => {
    const doc = storyDoc(
      storyOfBlocks('story.md', [
        {
          kind: 'paragraph',
          text: 'The mayor of Arden resigned',
          inline: [
            { kind: 'strong', words: 'mayor of Arden' },
            { kind: 'link', words: 'Arden', href: 'https://example.org/' },
          ],
        },
        { kind: 'paragraph', text: 'Run it', inline: [{ kind: 'code', words: 'Run' }] },
      ]),
    )
    const pieces: string[] = []
    doc.descendants((node) => {
      if (node.isText) pieces.push(`${node.text}[${node.marks.map((mark) => mark.type.name).join('+')}]`)
    })
    expect(pieces).toEqual([
      'The []',
      'mayor of [strong]',
      'Arden[link+strong]',
      ' resigned[]',
      'Run[inline_code]',
      ' it[]',
    ])
  })

  it('turns line breaks inside a block into one unit: a space in hard-wrapped copy, else a break', () => {
    const breaks = (hardWrapped: boolean) => {
      const found: unknown[] = []
      storyDoc(
        storyOfBlocks(
          's.txt',
          [
            { kind: 'paragraph', text: 'a\nb' },
            { kind: 'code', text: 'c\nd' },
          ],
          { hardWrapped },
        ),
      ).descendants((node) => {
        if (node.type.name === 'soft_break') found.push(node.attrs.space, node.nodeSize)
      })
      return found
    }
    expect(breaks(true)).toEqual([true, 1, false, 1])
    expect(breaks(false)).toEqual([false, 1, false, 1])
  })

  it('numbers the running text and gives each block its own direction', () => {
    const doc = storyDoc(
      storyOfBlocks('s.txt', [
        { kind: 'headline', text: 'Harbour' },
        { kind: 'paragraph', text: 'One' },
        { kind: 'caption', text: 'Photo' },
        { kind: 'item', text: '- שלום' },
        { kind: 'quote', text: 'Three' },
      ]),
    )
    const positions = positionsOf(doc)
    const seen = Array.from({ length: positions.blocks }, (_, n) => {
      const { from, number } = positions.block(n)
      return [number, directionOf(doc.resolve(from).parent.textContent)]
    })
    expect(seen).toEqual([
      [null, 'ltr'],
      [1, 'ltr'],
      [null, 'ltr'],
      [2, 'rtl'],
      [3, 'ltr'],
    ])
  })

  it('cuts into chunks of 12 to 20 blocks that do not begin with an empty line', () => {
    const { story: long } = story(
      Array.from({ length: 200 }, (_, n) => (n % 2 === 0 ? `Paragraph ${n}` : '')).join('\n'),
    )
    const doc = storyDoc(long)
    const sizes = doc.children.map((chunk) => chunk.childCount)
    expect(sizes.slice(0, -1).every((size) => size >= 12 && size <= 20)).toBe(true)
    expect(doc.children.map((chunk) => chunk.firstChild?.type.name)).toEqual(sizes.map(() => 'paragraph'))
  })

  it('is one empty block for a story without any', () => {
    expect(docText(storyDoc(storyOfBlocks('s.txt', [])))).toBe('')
  })
})

describe('a link', () => {
  it.each([
    ['https://example.org/a?b=c', true],
    ['http://example.org', true],
    ['mailto:desk@example.org', true],
    ['javascript:alert(1)', false],
    [' javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['//example.org', false],
    ['https://', false],
    ['', false],
    [null, false],
  ])('to %j may be shown: %s', (href, safe) => {
    expect(isSafeHref(href)).toBe(safe)
  })

  it('that may not be shown keeps its words', () => {
    const doc = storyDoc(
      storyOfBlocks('s.md', [
        {
          kind: 'paragraph',
          text: 'Read this',
          inline: [{ kind: 'link', words: 'this', href: 'javascript:alert(1)' }],
        },
      ]),
    )
    expect(docText(doc)).toBe('Read this')
    expect(doc.firstChild?.firstChild?.childCount).toBe(1)
  })
})
