import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { positionsOf } from '../../../renderer/editor/positions.ts'
import { docText, storyDoc } from '../../../renderer/editor/story-doc.ts'
import { CodePointIndex } from '../../../shared/story/code-points.ts'
import type { Story } from '../../../shared/story/story.ts'
import { span, textOffset } from '../../../shared/units.ts'
import { anAnnotation, annotationId } from '../../helpers/annotation.ts'
import { type BlockSketch, storyOfBlocks } from '../../helpers/story-of-blocks.ts'
import { TestEditor } from '../../helpers/test-editor.ts'

describe('a document and its story', () => {
  const anyBlock: fc.Arbitrary<BlockSketch> = fc.record({
    kind: fc.constantFrom('headline', 'paragraph', 'item', 'quote', 'image', 'code', 'blank'),
    level: fc.nat(3),
    marker: fc.constantFrom('', '•', '1.'),
    text: fc
      .array(fc.constantFrom('mayor', ' ', 'é', '👩‍🚒', '\n', '\u2028', '\0', '\ud83d', 'e\u0301'), {
        maxLength: 8,
      })
      .map((parts) => parts.join('')),
  })
  const inline = fc.record({
    kind: fc.constantFrom('strong', 'emphasis', 'link', 'code'),
    at: fc.nat(),
    length: fc.integer({ min: 1, max: 12 }),
    href: fc.constantFrom('', 'https://example.org/a', 'https://example.org/b'),
  })
  const anyStory = fc
    .tuple(fc.array(anyBlock, { minLength: 1, maxLength: 30 }), fc.array(inline, { maxLength: 8 }))
    .map(([sketches, marks]): Story => {
      const made = storyOfBlocks('story.md', sketches)
      const found = marks.flatMap(({ kind, at, length, href }) => {
        const start = at % (made.text.length + 1)
        const end = Math.min(made.text.length, start + length)
        return end > start ? [{ ...span(start, end), kind, href: kind === 'link' ? href : '' }] : []
      })
      return { ...made, marks: found.sort((a, b) => a.start - b.start) }
    })
  const blocksOf = (doc: ReturnType<typeof storyDoc>) =>
    doc.children.flatMap((chunk) => chunk.children.map((block) => block.toJSON()))

  it('say the same, before and after edits', () => {
    fc.assert(
      fc.property(
        anyStory,
        fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.constantFrom('', 'x', 'y\nz')), { maxLength: 6 }),
        (made, edits) => {
          const editor = new TestEditor(made)
          editor.run('edit-text')
          for (const [at, length, put] of edits) {
            const size = editor.text().length
            const start = at % (size + 1)
            if (start >= size) continue
            editor.select(span(start, Math.min(size, start + 1 + length)))
            if (put === '') editor.backspace()
            else editor.paste(put)
          }
          const doc = storyDoc({ ...editor.story() })
          expect(docText(doc)).toBe(editor.story().text)
          expect(blocksOf(doc)).toEqual(blocksOf(editor.state.doc))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('lead from code points to UTF-16 units to document positions and back', () => {
    fc.assert(
      fc.property(anyStory, ({ ...made }) => {
        const positions = positionsOf(storyDoc(made))
        const points = new CodePointIndex(made.text)
        for (let point = 0; point <= points.length; point++) {
          const offset = points.toTextOffset(point as ReturnType<typeof points.toCodePoint>)
          expect(points.toCodePoint(positions.offsetAt(positions.posAt(offset)))).toBe(point)
        }
      }),
    )
  })

  it('map through any edit and back by undo to the same text, places and drifts', () => {
    const edit = fc.record({
      at: fc.nat(),
      length: fc.nat(20),
      put: fc.constantFrom('', 'x', 'new words', 'a\nb', ' '),
    })
    const places = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 10 }), fc.boolean()), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(anyStory, places, fc.array(edit, { minLength: 1, maxLength: 5 }), (made, wanted, edits) => {
        const marks = wanted.flatMap(([at, length, sentence], n) => {
          const start = at % Math.max(1, made.text.length)
          const end = Math.min(made.text.length, start + length)
          if (end <= start) return []
          const quote = made.text.slice(start, end)
          return [
            anAnnotation({
              id: annotationId(n + 1),
              span: span(start, end),
              quote,
              drift: sentence ? 'sentence' : 'none',
            }),
          ]
        })
        const editor = new TestEditor(made, marks)
        const before = editor.annotations()
        editor.run('edit-text')
        for (const { at, length, put } of edits) {
          const size = editor.text().length
          const start = at % (size + 1)
          const end = Math.min(size, start + length)
          if (start === end) editor.caret(textOffset(start))
          else editor.select(span(start, end))
          if (put === '') editor.backspace()
          else editor.paste(put)
        }
        const after = [editor.text(), editor.annotations()]
        while (editor.run('undo'));
        expect([editor.text(), editor.annotations()]).toEqual([made.text, before])
        while (editor.run('redo'));
        expect([editor.text(), editor.annotations()]).toEqual(after)
      }),
      { numRuns: 200 },
    )
  })
})
