import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { depthsIn, MAX_DEPTH } from '../../../renderer/editor/depths.ts'
import { drawAll, drawingOf, drawnMarks, lookAt } from '../../../renderer/editor/drawing-plugin.ts'
import { IntervalIndex } from '../../../renderer/editor/interval-index.ts'
import type { PlacedAnnotation } from '../../../shared/annotation/annotation.ts'
import { noFilter } from '../../../shared/annotation/filter.ts'
import { builtInTags } from '../../../shared/tags.ts'
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

  it('after a jump has elements where one was, which count no longer', () => {
    const editor = open()
    look(editor, 0, 10)
    const { window: before } = drawingOf(editor.state)
    editor.dispatch(lookAt(editor.state, { start: line(35).start, end: line(45).end }, before))
    expect(drawn(editor)).toEqual([annotationId(3)])
    expect(found(editor)).toBe(3)
    look(editor, 35, 45)
    expect(found(editor)).toBe(1)
  })

  it('is drawn once where one jumps back to what was left', () => {
    const editor = open()
    editor.dispatch(
      lookAt(
        editor.state,
        { start: line(0).start, end: line(10).end },
        { start: line(3).start, end: line(20).end },
      ),
    )
    expect(drawn(editor)).toEqual([annotationId(1), annotationId(2)])
    expect(found(editor)).toBe(2)
  })

  it('is nothing before the page was measured, then the marks in sight', () => {
    const editor = open()
    expect(drawn(editor)).toEqual([])
    look(editor, 0, 10)
    expect([drawn(editor), found(editor)]).toEqual([[annotationId(1), annotationId(2)], 2])
    expect(drawnMarks(editor.state).map(({ id }) => id)).toEqual(drawn(editor))
    expect(drawnMarks(editor.state)).toBe(drawnMarks(editor.state))
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
    editor.show({ hidden: new Set([colleague.id]) })
    expect(drawn(editor)).toEqual([annotationId(1)])
  })

  it('leaves out what the filter holds back, but never the active one', () => {
    const editor = open()
    look(editor, 0, 10)
    editor.show({ filter: { ...noFilter, annotators: new Set([colleague.id]) } })
    expect(drawn(editor)).toEqual([annotationId(2)])
    editor.tell({ active: annotationId(1) })
    expect(drawn(editor)).toEqual([annotationId(1), annotationId(2)])
    editor.show({ none: true })
    expect(drawn(editor)).toEqual([])
  })

  it('is everything where a screen reader wants it, though only what is in sight counts as drawn', () => {
    const editor = open()
    look(editor, 0, 10)
    editor.dispatch(drawAll(editor.state, true))
    expect([drawn(editor), found(editor)]).toEqual([[annotationId(1), annotationId(2)], 3])
    editor.dispatch(drawAll(editor.state, false))
    expect(found(editor)).toBe(2)
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

describe('the element of a mark', () => {
  const made = story('The <a>mayor of <b>Arden resigned')
  /** Attributes of each drawn mark, in reading order; among equals the longer first. */
  function elements(editor: TestEditor): readonly Readonly<Record<string, string>>[] {
    const all = { start: textOffset(0), end: textOffset(editor.text().length) }
    editor.dispatch(lookAt(editor.state, all))
    // ProseMirror keeps what a decoration looks like to itself.
    const looks = drawingOf(editor.state).decorations.find() as unknown as readonly {
      readonly type: { readonly attrs: Readonly<Record<string, string>> }
    }[]
    return looks.map(({ type }) => type.attrs)
  }
  const stack = (count: number) =>
    Array.from({ length: count }, (_, n) => mark(n + 1, span(n, made.text.length - n)))

  it('has the colours of the tag as they are now', () => {
    const editor = new TestEditor(made.story, [mark(1, made.span())])
    expect(elements(editor)[0]?.style).toBe('--tag: light-dark(#0b6bb0, #6db7f2)')
    editor.tags = builtInTags.map((tag) => ({ ...tag, light: '#123456' }))
    editor.tell({ redraw: true })
    expect(elements(editor)[0]?.style).toBe('--tag: light-dark(#123456, #6db7f2)')
  })

  it('points to its card only while that is in the page: cards are shown, and it is active', () => {
    const editor = new TestEditor(made.story, [mark(1, made.span())])
    editor.tell({ active: annotationId(1) })
    expect(elements(editor)[0]).not.toHaveProperty('aria-details')
    editor.cardsShown = true
    editor.tell({ active: null, redraw: true })
    expect(elements(editor)[0]).not.toHaveProperty('aria-details')
    editor.tell({ active: annotationId(1) })
    expect(elements(editor)[0]?.['aria-details']).toBe(`card-${annotationId(1)}`)
  })

  it('says which of the marks over one another it is, the shortest first', () => {
    const texts = elements(new TestEditor(made.story, stack(3))).map((each) => each['aria-description'])
    expect(texts).toEqual([3, 2, 1].map((n) => `Fact, Jane Doe, ${n} of 3 overlapping`))
  })

  it.each([
    [4, ['0', '1', '2', '3'], 0],
    [6, ['0', '1', '2', '3', '3', '3'], 3],
  ])('of %i over one another has a line of its own, or a sign that it shares one', (count, depths, more) => {
    const all = elements(new TestEditor(made.story, stack(count)))
    expect(all.map((each) => each['data-depth'])).toEqual(depths)
    expect(all.filter((each) => 'data-more' in each)).toHaveLength(more)
  })

  it('of a tag that the scheme does not know is grey and says so', () => {
    const odd = { ...mark(1, made.span()), ...aContent('colour') }
    const [only] = elements(new TestEditor(made.story, [odd]))
    expect([only?.class, only?.['aria-description']]).toEqual([
      'mark line-solid own',
      'colour, unknown tag, Jane Doe',
    ])
  })
})
