import { describe, expect, it } from 'vitest'
import { annotationsOf, isVisible } from '../../../renderer/editor/annotation-state.ts'
import type { EditorCommandId } from '../../../renderer/editor/commands/index.ts'
import { noFilter } from '../../../shared/annotation/filter.ts'
import type { TagId } from '../../../shared/units.ts'
import { aContent, anAnnotation, annotationId } from '../../helpers/annotation.ts'
import { story } from '../../helpers/story.ts'
import { colleague, TestEditor } from '../../helpers/test-editor.ts'

const made = story('<a>One<aa> two <b>three<bb> four <c>five<cc> six seven.')
const marks = () =>
  (['fact', 'assessment', 'fact'] as const).map((tag, n) => {
    const name = ['a', 'b', 'c'][n] ?? ''
    const span = made.span(name, name + name)
    return anAnnotation({
      id: annotationId(n + 1),
      ...aContent(tag),
      span,
      quote: made.text.slice(span.start, span.end),
    })
  })
const onlyFacts = { filter: { ...noFilter, tags: new Set(['fact' as TagId]) } }
const visible = (editor: TestEditor) => {
  const state = annotationsOf(editor.state)
  return editor.annotations().flatMap((mark) => (isVisible(state, mark) ? [mark.quote] : []))
}

describe('a filter', () => {
  it('holds back marks from eye, keys and clicks', () => {
    const editor = new TestEditor(made.story, marks())
    editor.show(onlyFacts)
    expect(visible(editor)).toEqual(['One', 'five'])
    editor.caret(made.at('b'), true)
    expect(editor.active()).toBe(null)
    const walk = (command: EditorCommandId) => (editor.run(command) ? editor.active() : 'no')
    editor.caret(made.at('a'))
    expect([walk('next-mark'), walk('next-mark'), walk('previous-mark')]).toEqual(['five', 'no', 'One'])
  })

  it('leaves the active one, until another is active', () => {
    const editor = new TestEditor(made.story, marks())
    editor.caret(made.at('b'))
    editor.show(onlyFacts)
    expect([editor.active(), visible(editor)]).toEqual(['three', ['One', 'three', 'five']])
    editor.caret(made.at('c'))
    expect([editor.active(), visible(editor)]).toEqual(['five', ['One', 'five']])
  })

  it('does not take away what was just made', () => {
    const editor = new TestEditor(made.story, [])
    editor.show(onlyFacts)
    editor.select(made.span('b', 'bb'))
    editor.run('tag-2')
    expect(visible(editor)).toEqual(['three'])
  })

  it('is passed over by X', () => {
    const over = story('<a>The <b>mayor<bb> resigned<aa>')
    const editor = new TestEditor(over.story, [
      anAnnotation({ id: annotationId(1), ...aContent('fact'), span: over.span('a', 'aa') }),
      anAnnotation({ id: annotationId(2), ...aContent('assessment'), span: over.span('b', 'bb') }),
    ])
    editor.show(onlyFacts)
    editor.caret(over.at('b'))
    expect([editor.run('cycle-overlap'), annotationsOf(editor.state).active]).toEqual([
      false,
      annotationId(1),
    ])
  })
})

describe('hiding all marks', () => {
  it('leaves none, not even the active one, and keys find none', () => {
    const editor = new TestEditor(made.story, marks())
    editor.caret(made.at('b'))
    editor.show({ none: true })
    expect([editor.active(), visible(editor), editor.run('next-mark')]).toEqual([null, [], false])
    editor.show({})
    expect(visible(editor)).toEqual(['One', 'three', 'five'])
  })
})

describe('a layer that is off', () => {
  it('has no active mark', () => {
    const theirs = marks().map((mark) => ({ ...mark, creator: colleague.id }))
    const editor = new TestEditor(made.story, theirs)
    editor.caret(made.at('b'))
    editor.show({ hidden: new Set([colleague.id]) })
    expect([editor.active(), visible(editor)]).toEqual([null, []])
  })
})

describe('an armed tag', () => {
  const armed = (editor: TestEditor) => annotationsOf(editor.state).armed
  it('stays armed wherever the caret goes, and ends with Edit text', () => {
    const editor = new TestEditor(made.story, marks())
    editor.tell({ armed: 'fact' as TagId })
    editor.caret(made.at('b'))
    expect(armed(editor)).toBe('fact')
    editor.run('edit-text')
    expect(armed(editor)).toBe(null)
    editor.run('edit-text')
    expect(armed(editor)).toBe(null)
  })
})

describe('the border that arrows move', () => {
  const border = (editor: TestEditor) => annotationsOf(editor.state).border
  it('belongs to the active annotation', () => {
    const editor = new TestEditor(made.story, marks())
    editor.caret(made.at('b'))
    editor.tell({ border: 'end' })
    expect(border(editor)).toBe('end')
    editor.tell({ active: annotationId(1) })
    expect(border(editor)).toBe(null)
  })

  it('is none without an active annotation', () => {
    const editor = new TestEditor(made.story, marks())
    editor.tell({ border: 'end' })
    expect(border(editor)).toBe(null)
  })
})
