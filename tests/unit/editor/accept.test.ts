import { describe, expect, it } from 'vitest'
import { annotationsOf } from '../../../renderer/editor/annotation-state.ts'
import { stopPlacing } from '../../../renderer/editor/commands/accept.ts'
import { undoName } from '../../../renderer/editor/commands/undo.ts'
import { builtInTags } from '../../../shared/tags.ts'
import { span, textOffset } from '../../../shared/units.ts'
import { aContent, anAnnotation, annotationId } from '../../helpers/annotation.ts'
import { story } from '../../helpers/story.ts'
import { colleague, TestEditor } from '../../helpers/test-editor.ts'

const made = story('The <a>governor<b> left. Nobody <c>knew<d>.')
const content = aContent('fact')
const changed = anAnnotation({ span: made.span(), quote: 'mayor', drift: 'words' })
const lost = anAnnotation({ id: annotationId(2), span: null, quote: 'understood' })
const standing = (editor: TestEditor) =>
  editor.annotations().map(({ span: at, quote, drift }) => [at?.start ?? null, quote, drift])

describe('Accept', () => {
  it('confirms the words as they stand, tells the desk, and undo brings the old ones back', () => {
    const editor = new TestEditor(made.story, [changed])
    editor.tell({ active: changed.id })
    expect(editor.run('accept')).toBe(true)
    expect(standing(editor)).toEqual([[4, 'governor', 'none']])
    expect(undoName(editor.state, builtInTags)).toBe('Accept fact')
    editor.run('undo')
    expect(standing(editor)).toEqual([[4, 'mayor', 'words']])
    editor.run('redo')
    expect(standing(editor)).toEqual([[4, 'governor', 'none']])
    const put = { kind: 'put', id: changed.id, content, span: made.span() }
    expect(editor.changes).toEqual([
      { ...put, confirm: true },
      { ...put, confirm: true, quote: 'mayor' },
      { ...put, confirm: true },
    ])
    expect(editor.said).toEqual(['Accepted: governor', 'Undid: Accept fact', 'Redid: Accept fact'])
  })

  it('also confirms a changed sentence', () => {
    const mark = anAnnotation({ span: made.span(), quote: 'governor', drift: 'sentence' })
    const editor = new TestEditor(made.story, [mark])
    expect(editor.accept(mark.id)).toBe(true)
    expect(standing(editor)).toEqual([[4, 'governor', 'none']])
    expect(editor.changes).toMatchObject([{ kind: 'put', span: made.span(), confirm: true }])
    editor.run('undo')
    expect(standing(editor)).toEqual([[4, 'governor', 'sentence']])
    const put = { kind: 'put', id: mark.id, content, span: made.span(), confirm: true }
    expect(editor.changes.at(-1)).toEqual({ ...put, sentenceChanged: true })
  })

  it.each([
    ['a colleague’s', { ...changed, creator: colleague.id }],
    ['one that was not found', { ...changed, span: null, drift: 'none' as const }],
    ['one that reads as confirmed', { ...changed, drift: 'none' as const }],
  ])('does nothing to %s', (_case, mark) => {
    const editor = new TestEditor(made.story, [mark])
    expect([editor.accept(mark.id), editor.changes]).toEqual([false, []])
  })

  it('that is undone keeps the mark changed when the words were edited since', () => {
    const editor = new TestEditor(made.story, [changed])
    editor.accept(changed.id)
    editor.run('edit-text')
    editor.caret(textOffset(0))
    editor.type('So ')
    editor.run('undo', 'undo')
    expect(standing(editor)).toEqual([[4, 'mayor', 'words']])
  })
})

describe('Place again', () => {
  const open = () => new TestEditor(made.story, [changed, lost])

  it('takes the next selection at Enter, without its outer white space, and confirms it', () => {
    const editor = open()
    expect(editor.placeAgain(lost.id)).toBe(true)
    expect(annotationsOf(editor.state).placing).toBe(lost.id)
    editor.select(span(made.at('c') - 1, made.at('d')))
    expect(editor.run('card')).toBe(true)
    expect(standing(editor)).toEqual([
      [4, 'mayor', 'words'],
      [made.at('c'), 'knew', 'none'],
    ])
    expect(annotationsOf(editor.state)).toMatchObject({ placing: null, active: lost.id })
    expect(editor.changes).toEqual([
      { kind: 'put', id: lost.id, content, span: made.span('c', 'd'), confirm: true },
    ])
    expect(editor.said).toEqual(['Select its words, then press Enter; Escape stops', 'Fact placed: knew'])
    expect(editor.cards).toEqual([])
  })

  it('is one step for undo, which makes it an orphan again', () => {
    const editor = open()
    editor.placeAgain(lost.id)
    editor.select(made.span('c', 'd'))
    editor.place()
    expect(undoName(editor.state, builtInTags)).toBe('Place fact again')
    editor.run('undo')
    expect(standing(editor)).toEqual([
      [4, 'mayor', 'words'],
      [null, 'understood', 'none'],
    ])
    expect(editor.changes.at(-1)).toEqual({
      kind: 'put',
      id: lost.id,
      content,
      span: null,
      confirm: true,
      quote: 'understood',
    })
  })

  it('moves a changed one to other words', () => {
    const editor = open()
    editor.tell({ active: changed.id })
    editor.run('place-again')
    editor.select(made.span('c', 'd'))
    editor.run('card')
    expect(standing(editor)[0]).toEqual([made.at('c'), 'knew', 'none'])
  })

  it('says what to do where nothing is selected, and stops at Esc', () => {
    const editor = open()
    editor.placeAgain(lost.id)
    editor.caret(textOffset(2))
    expect([editor.run('card'), editor.said.at(-1)]).toEqual([
      true,
      'Select the words first, then press Enter; Escape stops',
    ])
    expect(stopPlacing(editor.context)(editor.state, editor.dispatch)).toBe(true)
    expect([annotationsOf(editor.state).placing, editor.said.at(-1)]).toEqual([null, 'Not placed'])
    expect(stopPlacing(editor.context)(editor.state, editor.dispatch)).toBe(false)
  })

  it('stops when the annotation is deleted elsewhere, or the text is edited', () => {
    const editor = open()
    editor.placeAgain(lost.id)
    editor.receive([], [lost.id])
    expect(annotationsOf(editor.state).placing).toBeNull()
    editor.placeAgain(changed.id)
    editor.run('edit-text')
    expect(annotationsOf(editor.state).placing).toBeNull()
  })

  it('is not for a colleague’s annotation, nor for one that stands as confirmed', () => {
    const mark = anAnnotation({ span: made.span('c', 'd'), quote: 'knew' })
    const editor = new TestEditor(made.story, [mark, { ...lost, creator: colleague.id }])
    expect([editor.placeAgain(mark.id), editor.placeAgain(lost.id)]).toEqual([false, false])
  })
})

describe('walking what waits for a person', () => {
  const text = story('<a>One<b> <c>two<d> <e>three<f> four')
  const marks = [
    anAnnotation({ id: annotationId(1), span: text.span('a', 'b'), quote: 'Uno', drift: 'words' }),
    anAnnotation({ id: annotationId(2), span: text.span('c', 'd'), quote: 'two' }),
    anAnnotation({ id: annotationId(3), span: text.span('e', 'f'), quote: 'three', drift: 'sentence' }),
    anAnnotation({ id: annotationId(4), span: null, quote: 'five', creator: colleague.id }),
    anAnnotation({ id: annotationId(5), span: null, quote: 'six' }),
  ]

  it('goes through the text, then to those that were not found, and back; the focus stays in the story', () => {
    const editor = new TestEditor(text.story, marks)
    const walk = (command: 'next-doubt' | 'previous-doubt') => (editor.run(command) ? editor.active() : 'no')
    expect(Array.from({ length: 5 }, () => walk('next-doubt'))).toEqual(['Uno', 'three', 'five', 'six', 'no'])
    expect(editor.cards).toEqual([])
    expect(Array.from({ length: 4 }, () => walk('previous-doubt'))).toEqual(['five', 'three', 'Uno', 'no'])
  })

  it('leaves out layers that are switched off', () => {
    const editor = new TestEditor(text.story, marks)
    editor.show({ hidden: new Set([colleague.id]) })
    editor.tell({ active: annotationId(3) })
    editor.run('next-doubt')
    expect(editor.active()).toBe('six')
  })
})
