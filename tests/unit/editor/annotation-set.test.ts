import { describe, expect, it } from 'vitest'
import {
  type AnnotationSet,
  annotationSet,
  inReadingOrder,
  put,
  receive,
  remove,
  shift,
} from '../../../renderer/editor/annotation-set.ts'
import { type Span, span } from '../../../shared/units.ts'
import { anAnnotation, annotationId } from '../../helpers/annotation.ts'

const a = anAnnotation({ id: annotationId(1), span: span(10, 20), revision: 3 })
const b = anAnnotation({ id: annotationId(2), span: span(5, 30), revision: 1 })
const lost = anAnnotation({ id: annotationId(3), span: null, quote: 'gone' })

const ids = (set: AnnotationSet) => inReadingOrder(set).map(({ id }) => id)

describe('a set of annotations', () => {
  it('is in reading order, orphans last', () => {
    expect(ids(annotationSet([lost, a, b]))).toEqual([b.id, a.id, lost.id])
  })

  it('replaces an annotation that moved, was lost or was found again', () => {
    const moved = put(annotationSet([a, b, lost]), { ...a, span: span(1, 3) })
    expect(ids(moved)).toEqual([a.id, b.id, lost.id])
    const orphaned = put(moved, { ...a, span: null })
    expect(ids(orphaned)).toEqual([b.id, a.id, lost.id])
    expect(orphaned.placed.at(2)).toEqual([])
    const found = put(orphaned, { ...lost, span: span(0, 2) })
    expect(found.orphans.map(({ id }) => id)).toEqual([a.id])
    expect(found.placed.at(0).map(({ id }) => id)).toEqual([lost.id])
  })

  it('has the same contents until more than places changes', () => {
    const set = annotationSet([a, b, lost])
    expect(set.contents()).toEqual(inReadingOrder(set))
    const typed = shift(set, [{ at: 0, deleted: 0, inserted: 2 }])
    expect(inReadingOrder(typed).map((each) => each.span)).toEqual([span(7, 32), span(12, 22), null])
    expect(typed.contents()).toBe(set.contents())
    const noted = put(typed, { ...a, span: span(12, 22), note: 'Checked.' })
    expect(noted.contents().map(({ note }) => note)).toEqual(['', 'Checked.', ''])
    const cut = shift(typed, [{ at: 12, deleted: 10, inserted: 0 }])
    expect(cut.contents().map(({ span: place }) => place === null)).toEqual([false, true, true])
  })

  it('is itself after removing what it has not', () => {
    const set = annotationSet([a])
    expect(remove(set, b.id)).toBe(set)
  })
})

describe('news from the desk', () => {
  it.each([
    ['a newer revision', 4, 'new'],
    ['the same revision, e.g. with its context', 3, 'new'],
    ['an older revision that was overtaken', 2, ''],
  ])('%s', (_case, revision, note) => {
    const set = receive(annotationSet([a]), [{ ...a, revision, note: 'new' }], [])
    expect(inReadingOrder(set).map((each) => each.note)).toEqual([note])
  })

  it.each([
    ['is not brought back by news from before its deletion', 3, []],
    ['comes back when somebody made it again', 5, [a.id]],
  ])('what was deleted %s', (_case, revision, expected) => {
    const set = receive(remove(annotationSet([a]), a.id), [{ ...a, revision }], [])
    expect(ids(set)).toEqual(expected)
  })

  it('is the same taken in at once as one by one', () => {
    const many = Array.from({ length: 80 }, (_, n) =>
      anAnnotation({ id: annotationId(100 + n), span: span(n, n + 5) }),
    )
    const set = annotationSet([a, b, lost])
    const atOnce = receive(set, many, [b.id])
    const oneByOne = many.reduce((next, each) => receive(next, [each], []), receive(set, [], [b.id]))
    expect(inReadingOrder(atOnce)).toEqual(inReadingOrder(oneByOne))
    expect(atOnce.gone.get(b.id)).toBe(1)
  })
})

describe('a mark, when the text changes', () => {
  // "The mayor resigned": the mark is "mayor", 4–9.
  it.each<[string, number, number, number, Span | null]>([
    ['before it', 0, 0, 3, span(7, 12)],
    ['right before it: stays outside', 4, 0, 3, span(7, 12)],
    ['inside it', 6, 0, 3, span(4, 12)],
    ['right behind it: stays outside', 9, 0, 3, span(4, 9)],
    ['behind it', 12, 2, 0, span(4, 9)],
    ['over its start', 2, 4, 1, span(3, 6)],
    ['over its end', 7, 4, 1, span(4, 7)],
    ['in its middle', 5, 2, 0, span(4, 7)],
    ['all of it', 4, 5, 6, null],
    ['more than all of it', 3, 8, 1, null],
  ])('%s', (_case, at, deleted, inserted, expected) => {
    const mark = anAnnotation({ span: span(4, 9) })
    const [moved] = inReadingOrder(shift(annotationSet([mark]), [{ at, deleted, inserted }]))
    expect(moved?.span).toEqual(expected)
    expect(moved?.quote).toBe('mayor')
  })

  it('stays the same object where nothing moved', () => {
    const mark = anAnnotation({ span: span(4, 9) })
    const set = shift(annotationSet([mark]), [{ at: 20, deleted: 1, inserted: 0 }])
    expect(inReadingOrder(set)[0]).toBe(mark)
  })
})
