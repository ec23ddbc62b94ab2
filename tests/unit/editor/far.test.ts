import { describe, expect, it } from 'vitest'
import { farKey, goFar } from '../../../renderer/editor/commands/far.ts'
import { caretOf } from '../../../renderer/editor/selection.ts'
import { story } from '../../helpers/story.ts'
import { TestEditor } from '../../helpers/test-editor.ts'

const { story: made } = story('The harbour tunnel\n\nThe tunnel reopened.')

describe('to the far ends of the story', () => {
  it.each([
    ['the end', 1, made.text.length],
    ['the start', -1, 0],
  ] as const)('the caret goes to %s', (_, to, offset) => {
    const editor = new TestEditor(made, [])
    goFar(-to as 1 | -1, false)(editor.state, editor.dispatch)
    goFar(to, false)(editor.state, editor.dispatch)
    expect([editor.state.selection.empty, caretOf(editor.state)]).toEqual([true, offset])
  })

  it('the selection grows up to there', () => {
    const editor = new TestEditor(made, [])
    goFar(-1, false)(editor.state, editor.dispatch)
    goFar(1, true)(editor.state, editor.dispatch)
    const { from, to } = editor.state.selection
    expect(editor.state.doc.textBetween(from, to, '\n')).toBe(made.text)
  })

  const key = (name: string, held: Partial<KeyboardEvent> = {}) =>
    ({ altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held, key: name }) as KeyboardEvent
  it.each([
    ['Ctrl+End', key('End', { ctrlKey: true }), 'linux', true],
    ['Ctrl+Home', key('Home', { ctrlKey: true }), 'win32', true],
    ['Cmd+Down', key('ArrowDown', { metaKey: true }), 'darwin', true],
    ['Cmd+Up', key('ArrowUp', { metaKey: true }), 'darwin', true],
    ['End, which is the end of the line', key('End'), 'linux', false],
    ['Ctrl+Down, which is the end of the paragraph', key('ArrowDown', { ctrlKey: true }), 'linux', false],
    ['Ctrl+End on a Mac', key('End', { ctrlKey: true }), 'darwin', false],
  ] as const)('%s', (_, event, platform, goes) => {
    expect(farKey(event, platform) !== null).toBe(goes)
  })
})
