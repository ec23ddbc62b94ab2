import fc from 'fast-check'
import { EditorState } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { positionsOf, textChanges } from '../../../renderer/editor/positions.ts'
import { storySchema } from '../../../renderer/editor/schema.ts'
import { docText, storyDoc } from '../../../renderer/editor/story-doc.ts'
import { textOffset } from '../../../shared/units.ts'
import { story } from '../../helpers/story.ts'

const text = fc
  .array(fc.constantFrom('', 'The mayor', 'é', '👩‍🚒 said', 'x'), { minLength: 1, maxLength: 50 })
  .map((lines) => lines.join('\n'))

describe('a position table', () => {
  it('leads from each offset to its place in the document and back', () => {
    fc.assert(
      fc.property(text, (source) => {
        const doc = storyDoc(story(source).story)
        const positions = positionsOf(doc)
        expect(positions.length).toBe(source.length)
        for (let offset = 0; offset <= source.length; offset++) {
          const pos = positions.posAt(textOffset(offset))
          expect(doc.resolve(pos).parent.inlineContent).toBe(true)
          expect(positions.offsetAt(pos)).toBe(offset)
        }
      }),
    )
  })

  it('finds the same words in the document as in the text', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (source, a, b) => {
        const doc = storyDoc(story(source).story)
        const positions = positionsOf(doc)
        const start = textOffset(Math.min(a, b) % (source.length + 1))
        const end = textOffset(Math.max(a, b) % (source.length + 1))
        fc.pre(start < end)
        const { from, to } = positions.rangeOf({ start, end })
        expect(doc.textBetween(from, to, '\n')).toBe(source.slice(start, end))
        expect(positions.spanOf(from, to)).toEqual({ start, end })
      }),
    )
  })

  it('takes a place between two blocks for the start of the latter', () => {
    const doc = storyDoc(story('ab\ncd').story)
    // <chunk><p>ab</p><p>cd</p></chunk>: 5 is after the first </p>.
    expect(positionsOf(doc).offsetAt(5)).toBe(3)
    expect(positionsOf(doc).offsetAt(doc.content.size)).toBe(5)
    expect(positionsOf(doc).offsetAt(0)).toBe(0)
  })

  it('knows the text of chunks and blocks', () => {
    const { story: made, text: whole } = story(Array.from({ length: 30 }, (_, n) => `P${n}`).join('\n'))
    const positions = positionsOf(storyDoc(made))
    const first = positions.chunkSpan(0, 0)
    const rest = positions.chunkSpan(1, 2)
    expect(`${whole.slice(first.start, first.end)}\n${whole.slice(rest.start, rest.end)}`).toBe(whole)
    const block = positions.blockSpan(textOffset(whole.indexOf('P17') + 1))
    expect(whole.slice(block.start, block.end)).toBe('P17')
    expect(positions.blockStart(1, 0)).toBe(rest.start)
  })
})

describe('what a transaction does to the text', () => {
  const edit = fc.record({ at: fc.nat(), length: fc.nat(12), put: fc.constantFrom('', 'new', 'split') })

  it('is told so exactly that the old text and the changes give the length of the new', () => {
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 1, maxLength: 4 }), (source, edits) => {
        const state = EditorState.create({ doc: storyDoc(story(source).story) })
        const { tr } = state
        for (const { at, length, put } of edits) {
          const positions = positionsOf(tr.doc)
          const start = at % (positions.length + 1)
          const from = positions.posAt(textOffset(start))
          const to = positions.posAt(textOffset(Math.min(start + length, positions.length)))
          tr.delete(from, to)
          if (put === 'split') tr.split(tr.mapping.slice(tr.mapping.maps.length).map(from))
          else if (put !== '') tr.insert(from, storySchema.text(put))
        }
        let told = source
        for (const { at, deleted, inserted } of textChanges(tr)) {
          told = told.slice(0, at) + '·'.repeat(inserted) + told.slice(at + deleted)
        }
        const now = docText(tr.doc)
        expect(told.length).toBe(now.length)
        for (let i = 0; i < now.length; i++) if (told[i] !== '·') expect(told[i]).toBe(now[i])
      }),
    )
  })
})
