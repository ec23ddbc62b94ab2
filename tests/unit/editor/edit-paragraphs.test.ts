import { describe, expect, it } from 'vitest'
import { redoName, undoName } from '../../../renderer/editor/commands/undo.ts'
import { positionsOf } from '../../../renderer/editor/positions.ts'
import type { Story } from '../../../shared/story/story.ts'
import { builtInTags } from '../../../shared/tags.ts'
import { span, textOffset } from '../../../shared/units.ts'
import { drifts, edit, kinds } from '../../helpers/edit-text.ts'
import { story } from '../../helpers/story.ts'
import { type BlockSketch, storyOfBlocks } from '../../helpers/story-of-blocks.ts'
import { TestEditor } from '../../helpers/test-editor.ts'

describe('paragraphs', () => {
  const markdown = (...sketches: readonly BlockSketch[]) => {
    const editor = new TestEditor(storyOfBlocks('story.md', sketches))
    editor.run('edit-text')
    return editor
  }

  it('Enter begins a paragraph behind a headline, an item behind an item', () => {
    const editor = markdown(
      { kind: 'headline', text: 'Head line' },
      { kind: 'item', text: 'One two', marker: '9.' },
    )
    editor.caret(textOffset(4))
    editor.enter()
    editor.caret(textOffset(14))
    editor.enter()
    expect(editor.text()).toBe('Head\n line\nOne\n two')
    expect(kinds(editor)).toEqual(['headline', 'paragraph', 'item', 'item'])
    expect(editor.story().blocks.map(({ marker }) => marker)).toEqual(['', '', '9.', '10.'])
  })

  it('Enter before a headline leaves it a headline', () => {
    const editor = markdown({ kind: 'headline', text: 'Head' })
    editor.caret(textOffset(0))
    editor.enter()
    expect([editor.text(), kinds(editor)]).toEqual(['\nHead', ['paragraph', 'headline']])
  })

  it('Shift+Enter breaks the line where the format can: Markdown and hard-wrapped copy', () => {
    const lines = (made: Story) => {
      const editor = new TestEditor(made)
      editor.run('edit-text')
      editor.caret(textOffset(2))
      editor.lineBreak()
      return [editor.text(), editor.story().blocks.length]
    }
    expect(lines(storyOfBlocks('s.md', [{ kind: 'paragraph', text: 'abcd' }]))).toEqual(['ab\ncd', 1])
    expect(lines(story('abcd', { hardWrapped: true }).story)).toEqual(['ab\ncd', 1])
    expect(lines(story('abcd').story)).toEqual(['ab\ncd', 2])
  })

  it('Backspace and Delete at their borders join them, also where the page is cut into chunks', () => {
    const made = story(Array.from({ length: 40 }, (_, n) => `Line ${n}`).join('\n'))
    const editor = edit(made.story.text)
    for (const block of [39, 26, 25, 13, 12, 1]) {
      editor.caret(made.story.blocks[block]?.start ?? textOffset(0))
      editor.backspace()
    }
    expect(editor.text().split('\n')).toHaveLength(34)
    editor.caret(textOffset(editor.text().indexOf('Line 5')))
    editor.deleteForward()
    editor.caret(textOffset(editor.text().indexOf('\nLine 7')))
    editor.deleteForward()
    expect(editor.text().replaceAll('\n', '')).toBe(made.text.replaceAll('\n', '').replace('Line 5', 'ine 5'))
    while (editor.run('undo')) editor.state.doc.check()
    expect(editor.text()).toBe(made.text)
  })

  it('Backspace behind an empty line takes the line, and a headline stays one', () => {
    const editor = markdown({ kind: 'paragraph', text: '' }, { kind: 'headline', text: 'Head' })
    editor.caret(textOffset(1))
    editor.backspace()
    expect([editor.text(), kinds(editor)]).toEqual(['Head', ['headline']])
  })

  it('an empty line that is written into is a paragraph', () => {
    const editor = edit('One\n\nTwo')
    editor.caret(textOffset(4))
    editor.type('x')
    expect(kinds(editor)).toEqual(['paragraph', 'paragraph', 'paragraph'])
    editor.run('undo')
    expect(kinds(editor)).toEqual(['paragraph', 'blank', 'paragraph'])
  })

  it('pasted text keeps its paragraphs, whatever its line ends', () => {
    const plain = edit('One two')
    plain.caret(textOffset(3))
    plain.paste('a\r\n\r\nb\rc')
    expect([plain.text(), kinds(plain)]).toEqual([
      'Onea\n\nb\nc two',
      ['paragraph', 'blank', 'paragraph', 'paragraph'],
    ])
    const editor = markdown({ kind: 'paragraph', text: 'One two' })
    editor.caret(textOffset(3))
    editor.paste('a\r\n\r\nb\rc')
    expect([editor.text(), editor.story().blocks.length]).toEqual(['Onea\nb\nc two', 3])
  })

  it('are numbered again as they stand', () => {
    const editor = edit('One\nTwo\nThree')
    editor.caret(textOffset(1))
    editor.enter()
    const positions = positionsOf(editor.state.doc)
    expect([0, 1, 2, 3].map((n) => positions.block(n).number)).toEqual([1, 2, 3, 4])
  })

  it('a chunk that grew too long is cut up, and undo still works', () => {
    const editor = edit('One')
    editor.caret(textOffset(3))
    editor.paste(Array.from({ length: 150 }, (_, n) => `\nLine ${n}`).join(''))
    expect(editor.state.doc.children.every((chunk) => chunk.childCount <= 60)).toBe(true)
    editor.run('undo')
    expect(editor.text()).toBe('One')
  })
})

describe('moving a paragraph', () => {
  it('takes its marks with it, over the empty line between, in one undo step', () => {
    const editor = edit('One.\n\nThe <a>mayor<b> left.\n\nThree.')
    editor.caret(editor.made.at('a'))
    expect(editor.run('move-up')).toBe(true)
    expect([editor.text(), editor.marks(), editor.selected()]).toEqual([
      'The mayor left.\n\nOne.\n\nThree.',
      ['fact: mayor'],
      4,
    ])
    expect(editor.run('move-up')).toBe(false)
    editor.run('move-down', 'move-down')
    expect([editor.text(), editor.marks()]).toEqual(['One.\n\nThree.\n\nThe mayor left.', ['fact: mayor']])
    expect(undoName(editor.state, builtInTags)).toBe('Move paragraph')
    editor.run('undo', 'undo', 'undo')
    expect([editor.text(), editor.marks(), drifts(editor)]).toEqual([
      editor.made.text,
      ['fact: mayor'],
      ['none'],
    ])
    editor.run('redo')
    expect(editor.marks()).toEqual(['fact: mayor'])
  })

  it('moves all that are selected, and keeps a mark over both together', () => {
    const editor = edit('Zero.\nO<a>ne.\nTw<b>o.\nThree.')
    editor.select(editor.made.span())
    editor.run('move-down')
    expect([editor.text(), editor.marks()]).toEqual(['Zero.\nThree.\nOne.\nTwo.', ['fact: ne.\nTw']])
    editor.run('undo')
    expect([editor.text(), editor.marks()]).toEqual([editor.made.text, ['fact: ne.\nTw']])
  })
})

describe('one history of text and marks', () => {
  it('is named by what was done, and spans both modes', () => {
    const editor = edit('The <a>mayor<b> left.')
    const names: (string | null)[] = []
    const note = () => names.push(undoName(editor.state, builtInTags))
    editor.caret(textOffset(0))
    editor.type('So ')
    note()
    editor.select(span(3, 6))
    editor.run('tag-2')
    note()
    editor.select(span(0, 3))
    editor.cut()
    note()
    editor.paste('So ')
    note()
    editor.type('x')
    note()
    editor.run('edit-text')
    expect(names).toEqual(['Typing', 'Tag assessment', 'Cut', 'Paste', 'Typing'])
    const said: (string | undefined)[] = []
    while (editor.run('undo')) said.push(editor.said.at(-1))
    expect(said).toEqual([
      'Undid: Typing',
      'Undid: Paste',
      'Undid: Cut',
      'Undid: Tag assessment',
      'Undid: Typing',
    ])
    expect([editor.text(), editor.marks()]).toEqual([editor.made.text, ['fact: mayor']])
    expect(redoName(editor.state, builtInTags)).toBe('Typing')
    while (editor.run('redo')) said.push(editor.said.at(-1))
    expect([editor.text(), editor.marks()]).toEqual([
      'So xThe mayor left.',
      ['assessment: The', 'fact: mayor'],
    ])
  })

  it('takes letters typed or deleted in a row together, also inside a mark', () => {
    const editor = edit('The <a>mayor<b> left.')
    editor.caret(textOffset(7))
    editor.type('xyz')
    editor.backspace(5)
    editor.run('undo')
    expect([editor.text(), editor.marks()]).toEqual(['The mayxyzor left.', ['fact: mayxyzor']])
    editor.run('undo')
    expect([editor.text(), editor.run('undo')]).toEqual([editor.made.text, false])
  })

  it('goes back 5,000 steps', () => {
    const editor = edit('x')
    editor.caret(textOffset(1))
    for (let i = 0; i < 5000; i++) editor.type(String(i % 10))
    expect(editor.text()).toHaveLength(5001)
    let steps = 0
    while (editor.run('undo')) steps++
    expect([steps, editor.text()]).toEqual([5000, 'x'])
  })

  it('takes words that were replaced with the same words for no change', () => {
    const editor = edit('The <a>mayor<b> left.')
    editor.replace(editor.made.span(), 'mayor')
    expect([editor.marks(), drifts(editor), editor.edits]).toEqual([['fact: mayor'], ['none'], 0])
  })
})
