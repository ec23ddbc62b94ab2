import { describe, expect, it } from 'vitest'
import { annotationsOf } from '../../../renderer/editor/annotation-state.ts'
import { anAnnotation, annotationId, jane } from '../../helpers/annotation.ts'
import { pressKey, pressKeys, releaseShift } from '../../helpers/press-keys.ts'
import { TestEditor } from '../../helpers/test-editor.ts'
import { openTunnel, tunnel } from '../../helpers/tunnel-editor.ts'

describe('an armed tag', () => {
  it('tags what each key selects, at once and as one step', () => {
    const editor = openTunnel()
    pressKeys(editor, 'Shift+3', 'c', 'c')
    expect(editor.marks()).toEqual([
      'attribution: The tunnel opened on Friday',
      'attribution: officials said',
    ])
    expect(editor.selected()).toBe(tunnel.at('c'))
    editor.run('undo')
    expect(editor.marks()).toEqual(['attribution: The tunnel opened on Friday'])
    expect(editor.said.slice(0, 2)).toEqual([
      'Attribution armed: each selection is tagged at once. Escape stops',
      'Attribution: The tunnel opened on Friday',
    ])
  })

  it('goes back with K', () => {
    const editor = openTunnel()
    editor.caret(tunnel.at('e'))
    pressKeys(editor, 'Shift+1', 'k', 'k')
    expect(editor.marks()).toEqual([
      'fact: The tunnel opened on Friday, officials said.',
      'fact: Traffic flowed; nobody was hurt.',
    ])
  })

  it('does not tag what was selected before, nor words that a digit asks for', () => {
    const editor = openTunnel()
    pressKeys(editor, 'j', 'Shift+1')
    expect(editor.marks()).toEqual([])
    pressKeys(editor, '2')
    expect(editor.marks()).toEqual(['assessment: The tunnel opened on Friday, officials said.'])
  })

  it('tags what Shift and arrows selected at Enter', () => {
    const editor = openTunnel()
    pressKeys(editor, 'Shift+1')
    editor.select(tunnel.span('a', 'b'))
    expect(pressKey(editor, 'Enter')).toBe(true)
    expect(editor.marks()).toEqual(['fact: The tunnel opened on Friday,'])
  })

  it('tags what Shift and arrows selected when Shift is let go, not when it armed the tag', async () => {
    const editor = openTunnel()
    editor.select(tunnel.span('c', 'd'))
    pressKeys(editor, 'Shift+1')
    await releaseShift(editor)
    expect(editor.marks()).toEqual([])
    pressKeys(editor, 'Shift+Shift', 'Shift+ArrowRight')
    editor.select(tunnel.span('a', 'b'))
    await releaseShift(editor)
    expect(editor.marks()).toEqual(['fact: The tunnel opened on Friday,'])
  })

  it('is disarmed by its own key, by Esc, and when the text is to be edited; another key arms another', () => {
    const editor = openTunnel()
    const armed = () => annotationsOf(editor.state).armed
    pressKeys(editor, 'Shift+1', 'Shift+2')
    expect(armed()).toBe('assessment')
    pressKeys(editor, 'Shift+2')
    expect([armed(), editor.said.at(-1)]).toEqual([null, 'Assessment not armed any more'])
    pressKeys(editor, 'Shift+1', 'Escape')
    expect(armed()).toBeNull()
    pressKeys(editor, 'Shift+1', 'Ctrl+e')
    expect([armed(), editor.run('arm-1'), armed()]).toEqual([null, false, null])
  })

  it('leaves words alone that are selected to place a mark again', () => {
    const lost = anAnnotation({ id: annotationId(1), creator: jane.id, span: null, quote: 'gone' })
    const editor = new TestEditor(tunnel.story, [lost])
    pressKeys(editor, 'Shift+1')
    editor.placeAgain(annotationId(1))
    editor.caret(tunnel.at('a'))
    pressKeys(editor, 'j')
    expect(editor.marks()).toEqual(['fact: orphan'])
    pressKeys(editor, 'Enter')
    expect(editor.marks()).toEqual(['fact: The tunnel opened on Friday, officials said.'])
  })

  it('tags what a jump selects', () => {
    const editor = openTunnel()
    pressKeys(editor, 'Shift+1', 'g', 'f', 'r', 'g', 'o')
    expect(editor.marks()).toEqual(['fact: Friday, officials'])
  })

  it('held J does not mark the whole story', () => {
    const editor = openTunnel()
    pressKeys(editor, 'Shift+1', 'j')
    for (let i = 0; i < 3; i++) pressKey(editor, 'j', { held: true })
    expect(editor.marks()).toHaveLength(1)
  })
})
