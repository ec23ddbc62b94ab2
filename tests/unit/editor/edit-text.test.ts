import { describe, expect, it } from 'vitest'
import { storyStateOf } from '../../../renderer/editor/story-state.ts'
import { withoutPieces } from '../../../renderer/editor/text-edits.ts'
import { span, textOffset } from '../../../shared/units.ts'
import { edit } from '../../helpers/edit-text.ts'
import { story } from '../../helpers/story.ts'
import { TestEditor } from '../../helpers/test-editor.ts'

describe('Edit text', () => {
  it('is switched on and off, and says so', () => {
    const editor = new TestEditor(story('One').story)
    const mode = () => storyStateOf(editor.state).mode
    expect([mode(), editor.run('edit-text'), mode(), editor.run('edit-text'), mode()]).toEqual([
      'annotate',
      true,
      'edit',
      true,
      'annotate',
    ])
    expect(editor.said).toEqual(['Editing, text can be typed into', 'Annotating, text locked'])
  })

  it('is refused where the file’s encoding is only read, and says why', () => {
    const editor = new TestEditor(story('One').story, [], {
      can: false,
      reason: 'encoding',
      encoding: 'Windows-1252',
    })
    expect([editor.can('edit-text'), editor.run('edit-text')]).toEqual([false, false])
    expect(editor.said.at(-1)).toMatch('Windows-1252 is only read')
  })

  it('off, nothing can be written', () => {
    const editor = new TestEditor(story('One').story)
    editor.caret(textOffset(1))
    editor.type('x')
    editor.enter()
    editor.backspace()
    editor.paste('words')
    expect([editor.text(), editor.run('move-up')]).toEqual(['One', false])
    expect(editor.edits).toBe(0)
  })

  it('asks for saving after each edit, not after tags and moves of the caret', () => {
    const editor = edit('One two')
    editor.caret(textOffset(3))
    editor.type('x')
    editor.select(span(0, 3))
    editor.run('tag-1', 'undo')
    expect(editor.edits).toBe(1)
    editor.run('undo')
    expect(editor.edits).toBe(2)
  })

  it('shows the story that it made: the same object until the text changes', () => {
    const editor = edit('One two')
    const { story: first } = { story: editor.story() }
    expect(first).toBe(editor.made.story)
    editor.caret(textOffset(3))
    expect(editor.story()).toBe(first)
    editor.type('!')
    expect([editor.story().text, editor.story().name]).toEqual(['One! two', 'story.txt'])
    expect(editor.story()).toBe(editor.story())
  })
})

describe('blanks that no file can hold', () => {
  it('are taken out in either mode, outside undo and without saving', () => {
    const editor = edit('One \n<a>Two<b> \nThree')
    editor.caret(textOffset(0))
    editor.type('x')
    editor.run('edit-text')
    editor.dispatch(withoutPieces(editor.state, [span(4, 5), span(9, 10)]))
    expect([editor.text(), editor.marks(), editor.edits]).toEqual(['xOne\nTwo\nThree', ['fact: Two'], 1])
    expect([editor.run('undo'), editor.text(), editor.run('undo')]).toEqual([true, 'One\nTwo\nThree', false])
    expect(editor.marks()).toEqual(['fact: Two'])
  })
})

describe('a block that can only be read', () => {
  const open = () => {
    const made = story('One\nTwo\nThree')
    const editor = new TestEditor(made.story, [], { can: true, fixed: [{ block: 1, what: 'table' }] })
    editor.run('edit-text')
    return editor
  }

  it.each<[string, (editor: TestEditor) => void]>([
    ['typing', (editor) => editor.replace(span(5, 6), 'x')],
    ['Enter', (editor) => [editor.caret(textOffset(5)), editor.enter()]],
    ['joining it to the one before', (editor) => [editor.caret(textOffset(4)), editor.backspace()]],
    ['joining the next one to it', (editor) => [editor.caret(textOffset(8)), editor.backspace()]],
    ['deleting over it', (editor) => [editor.select(span(1, 10)), editor.backspace()]],
    ['cutting it', (editor) => [editor.select(span(4, 7)), editor.cut()]],
    ['pasting into it', (editor) => [editor.caret(textOffset(6)), editor.paste('x')]],
    ['moving it', (editor) => [editor.caret(textOffset(6)), editor.run('move-up')]],
    ['moving another over it', (editor) => [editor.caret(textOffset(1)), editor.run('move-down')]],
  ])('refuses %s, and says why', (_case, act) => {
    const editor = open()
    const before = editor.said.length
    act(editor)
    expect([editor.text(), editor.edits]).toEqual(['One\nTwo\nThree', 0])
    expect(editor.said.slice(before)).toEqual(['This is part of a table, which can only be read here'])
  })

  it('lets its neighbours be edited, and may be tagged', () => {
    const editor = open()
    editor.caret(textOffset(3))
    editor.type('!')
    editor.caret(textOffset(9))
    editor.type('?')
    editor.select(span(5, 8))
    editor.run('tag-1')
    expect([editor.text(), editor.marks()]).toEqual(['One!\nTwo\n?Three', ['fact: Two']])
  })
})
