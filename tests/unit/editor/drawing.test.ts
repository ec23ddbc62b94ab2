import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { depthsIn, MAX_DEPTH } from '../../../renderer/editor/depths.ts'
import { drawingOf, lookAt } from '../../../renderer/editor/drawing-plugin.ts'
import { IntervalIndex } from '../../../renderer/editor/interval-index.ts'
import type { PlacedAnnotation } from '../../../shared/annotation/annotation.ts'
import { type Span, span, textOffset } from '../../../shared/units.ts'
import { aContent, anAnnotation, annotationId, jane } from '../../helpers/annotation.ts'
import { story } from '../../helpers/story.ts'
import { colleague, TestEditor } from '../../helpers/test-editor.ts'

const mark = (n: number, at: Span, creator = jane): PlacedAnnotation => ({
  ...anAnnotation({ id: annotationId(n), creator: creator.id }),
  span: at,
})

describe('the level of an underline', () => {
  it('differs for marks over the same words, and is the same wherever one looks from', () => {
    const spans = fc.array(fc.record({ start: fc.nat(80), length: fc.integer({ min: 1, max: 20 }) }), {
      maxLength: 25,
    })
    fc.assert(
      fc.property(spans, fc.nat(100), fc.integer({ min: 1, max: 30 }), (places, from, length) => {
        const marks = places.map(({ start, length: size }, n) => mark(n, span(start, start + size)))
        const index = IntervalIndex.of(marks)
        const all = depthsIn(index, 0, 200, () => true)
        for (const [id, depth] of depthsIn(index, from, from + length, () => true)) {
          expect(depth).toBe(all.get(id))
        }
        for (const a of marks) {
          for (const b of marks) {
            const meet = a.span.start < b.span.end && b.span.start < a.span.end
            const [one = 0, other = 0] = [all.get(a.id), all.get(b.id)]
            if (a !== b && meet && (one < MAX_DEPTH || other < MAX_DEPTH)) expect(one).not.toBe(other)
          }
        }
      }),
    )
  })
})

describe('what is drawn', () => {
  const lines = Array.from({ length: 60 }, (_, n) => `Paragraph number ${n} stands here.`)
  const made = story(lines.join('\n'))
  const line = (n: number): Span => {
    const start = made.text.indexOf(`Paragraph number ${n} `)
    return span(start, start + 16)
  }
  const open = () =>
    new TestEditor(made.story, [mark(1, line(2)), mark(2, line(3), colleague), mark(3, line(40))])
  const look = (editor: TestEditor, from: number, to: number) =>
    editor.dispatch(lookAt(editor.state, { start: line(from).start, end: line(to).end }))
  const drawn = (editor: TestEditor) => drawingOf(editor.state).ids
  const found = (editor: TestEditor) => drawingOf(editor.state).decorations.find().length

  it('is nothing before the page was measured, then the marks in sight', () => {
    const editor = open()
    expect(drawn(editor)).toEqual([])
    look(editor, 0, 10)
    expect([drawn(editor), found(editor)]).toEqual([[annotationId(1), annotationId(2)], 2])
    look(editor, 30, 50)
    expect([drawn(editor), found(editor)]).toEqual([[annotationId(3)], 1])
  })

  it('keeps the blocks that hold an end of the selection', () => {
    const editor = open()
    look(editor, 0, 10)
    editor.select(span(line(2).start, line(40).end))
    look(editor, 20, 30)
    expect(drawn(editor)).toEqual([annotationId(1), annotationId(3)])
  })

  it('leaves out layers that are switched off', () => {
    const editor = open()
    look(editor, 0, 10)
    editor.tell({ hidden: new Set([colleague.id]) })
    expect(drawn(editor)).toEqual([annotationId(1)])
  })

  it('cuts a mark off at the border of what is in sight', () => {
    const editor = new TestEditor(made.story, [mark(1, span(0, made.text.length))])
    look(editor, 5, 6)
    expect(drawingOf(editor.state).decorations.find().length).toBe(2)
    editor.caret(line(5).start)
    const [only] = drawingOf(editor.state).decorations.find()
    const { doc } = editor.state
    expect(doc.textBetween(only?.from ?? 0, only?.to ?? 0, '\n')).toBe(
      made.text.slice(line(5).start, line(6).end),
    )
  })

  it('is the very same while nothing of it changes', () => {
    const editor = open()
    look(editor, 0, 10)
    const before = drawingOf(editor.state)
    editor.caret(textOffset(3))
    expect(drawingOf(editor.state)).toBe(before)
    editor.receive([{ ...mark(9, line(50)), ...aContent('assessment') }])
    const [old, now] = [before.decorations.find()[0], drawingOf(editor.state).decorations.find()[0]]
    expect(now?.spec).toBe(old?.spec)
  })
})
