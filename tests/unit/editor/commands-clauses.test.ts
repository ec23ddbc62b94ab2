import { describe, expect, it } from 'vitest'
import type { EditorCommandId } from '../../../renderer/editor/commands/index.ts'
import { span } from '../../../shared/units.ts'
import { anAnnotation, annotationId } from '../../helpers/annotation.ts'
import { pressKeys } from '../../helpers/press-keys.ts'
import { story } from '../../helpers/story.ts'
import { colleague, TestEditor } from '../../helpers/test-editor.ts'
import { openTunnel, tunnel } from '../../helpers/tunnel-editor.ts'

describe('clauses', () => {
  it('are walked with C and Shift+C, over sentences and paragraphs', () => {
    const editor = openTunnel()
    const walk = (command: EditorCommandId) => (editor.run(command) ? editor.selected() : 'no')
    expect(Array.from({ length: 6 }, () => walk('next-clause'))).toEqual([
      'The tunnel opened on Friday',
      'officials said',
      'Traffic flowed',
      'nobody was hurt',
      'The mayor resigned',
      'no',
    ])
    expect([walk('previous-clause'), walk('previous-clause')]).toEqual(['nobody was hurt', 'Traffic flowed'])
  })

  it('take a digit each: the caret steps to the next clause, where J finds the next sentence', () => {
    const editor = openTunnel()
    pressKeys(editor, 'c', '1', 'c', '3')
    expect(editor.marks()).toEqual(['fact: The tunnel opened on Friday', 'attribution: officials said'])
    expect(editor.selected()).toBe(tunnel.at('c'))
    pressKeys(editor, 'c', '1')
    expect(editor.selected()).toBe(tunnel.at('d'))
    pressKeys(editor, 'j')
    expect(editor.selected()).toBe('The mayor resigned.')
  })

  it('are taken in with E and left out again with Shift+E', () => {
    const editor = openTunnel()
    const pressed = (command: EditorCommandId) => (editor.run(command) ? editor.selected() : 'no')
    editor.run('next-clause')
    expect(pressed('extend-clause')).toBe('The tunnel opened on Friday, officials said')
    expect(pressed('extend-clause')).toBe('The tunnel opened on Friday, officials said. Traffic flowed')
    expect(pressed('shrink-clause')).toBe('The tunnel opened on Friday, officials said')
    expect(pressed('shrink-clause')).toBe('The tunnel opened on Friday')
    expect(pressed('shrink-clause')).toBe('no')
  })

  it('with E on a bare caret: the clause there; inside a word: to the end of its clause', () => {
    const editor = openTunnel()
    editor.run('extend-clause')
    expect(editor.selected()).toBe('The tunnel opened on Friday')
    editor.select(span(tunnel.at('b'), tunnel.at('b') + 3))
    editor.run('extend-clause')
    expect(editor.selected()).toBe('officials said')
    editor.caret(tunnel.at('b'))
    expect(editor.can('shrink-clause')).toBe(false)
  })
})

describe('the caret after a mark', () => {
  it.each<[string, readonly EditorCommandId[], string]>([
    ['a sentence', ['next-sentence', 'tag-1'], 'c'],
    ['a sentence without its full stop', ['grow-sentence', 'tag-1'], 'c'],
    ['a clause', ['next-clause', 'tag-1'], 'b'],
    ['two clauses that are the sentence', ['next-clause', 'extend-clause', 'tag-1'], 'c'],
    ['the last sentence of a paragraph', ['next-sentence', 'next-sentence', 'tag-1'], 'e'],
  ])('of %s stands where the next one begins', (_case, commands, name) => {
    const editor = openTunnel()
    editor.run(...commands)
    expect(editor.selected()).toBe(tunnel.at(name))
  })
})

describe('J after a mark', () => {
  const five = story('One is. <b>Two is. <c>Three is. <d>Four is.')
  it.each<[string, readonly string[], string]>([
    ['passes over the sentence that the caret stepped on to', ['1', 'j'], 'Three is.'],
    ['goes on from there as ever', ['1', 'j', 'j'], 'Four is.'],
    ['takes that sentence with a tag armed, since each is meant', ['Shift+1', 'j', 'j', 'Escape'], 'c'],
    ['takes the sentence at a caret that was put there', ['1', 'Escape', 'j'], 'Two is.'],
  ])('%s', (_case, keys, expected) => {
    const editor = new TestEditor(five.story)
    pressKeys(editor, ...keys)
    const { text } = five
    const selected = editor.selected()
    expect(typeof selected === 'number' ? text.slice(selected, selected + 8) : selected).toBe(
      expected.length === 1 ? text.slice(five.at(expected), five.at(expected) + 8) : expected,
    )
  })
})

describe('Q', () => {
  const quoted = story('<a>“We <b>are safe,” she said. “Nobody knew,” he said.\n<c>“Not here.”')

  it('selects the quotation, then the words inside, then with its marks again', () => {
    const editor = new TestEditor(quoted.story)
    editor.caret(quoted.at('b'))
    const pressed = () => editor.run('quotation') && editor.selected()
    expect([pressed(), pressed(), pressed()]).toEqual(['“We are safe,”', 'We are safe,', '“We are safe,”'])
  })

  it('selects the next one of the paragraph after one was marked, and none of the next paragraph', () => {
    const editor = new TestEditor(quoted.story)
    editor.caret(quoted.at('a'))
    pressKeys(editor, 'q', '3', 'q', '3')
    expect(editor.marks()).toEqual(['attribution: “We are safe,”', 'attribution: “Nobody knew,”'])
    expect(editor.can('quotation')).toBe(false)
  })
})

describe('unmarked sentences', () => {
  it('are gone to with U, which says when none is left and begins at the start again', () => {
    const editor = openTunnel()
    editor.caret(tunnel.at('c'))
    pressKeys(editor, '1', '1', 'u')
    expect([editor.selected(), editor.said.at(-1)]).toEqual([
      'The tunnel opened on Friday, officials said.',
      'Every sentence from here on is marked; this is the first that is not',
    ])
    pressKeys(editor, '1')
    expect([editor.run('next-unmarked'), editor.can('previous-unmarked'), editor.said.at(-1)]).toEqual([
      false,
      false,
      'Every sentence is marked',
    ])
  })

  it('are gone to backwards with Shift+U, around the beginning', () => {
    const editor = openTunnel()
    editor.caret(tunnel.at('c'))
    pressKeys(editor, '1')
    pressKeys(editor, 'Shift+u')
    expect(editor.selected()).toBe('The tunnel opened on Friday, officials said.')
    pressKeys(editor, 'Shift+u')
    expect([editor.selected(), editor.said.at(-1)]).toEqual([
      'The mayor resigned.',
      'Every sentence before here is marked; this is the last that is not',
    ])
  })

  it('are those without a mark in a layer that is switched on, whatever the filter holds back', () => {
    const theirs = anAnnotation({ id: annotationId(7), creator: colleague.id, span: tunnel.span('a', 'b') })
    const editor = new TestEditor(tunnel.story, [theirs])
    const first = () => {
      editor.caret(tunnel.at('a'))
      editor.run('next-unmarked')
      return editor.selected()
    }
    expect(first()).toBe('Traffic flowed; nobody was hurt.')
    editor.show({ none: true })
    expect(first()).toBe('Traffic flowed; nobody was hurt.')
    editor.show({ hidden: new Set([colleague.id]) })
    expect(first()).toBe('The tunnel opened on Friday, officials said.')
  })
})
