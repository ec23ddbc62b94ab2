import { describe, expect, it } from 'vitest'
import { builtInTags } from '../../../shared/tags.ts'
import { pressKey, pressKeys } from '../../helpers/press-keys.ts'
import { openTunnel, tunnel } from '../../helpers/tunnel-editor.ts'

describe('the last tag', () => {
  it('is set again by the full stop, as its digit would', () => {
    const editor = openTunnel()
    expect(editor.can('repeat-tag')).toBe(false)
    pressKeys(editor, '.', '2', '.')
    expect(editor.said[0]).toBe('No tag was set yet')
    expect(editor.marks()).toEqual([
      'assessment: The tunnel opened on Friday, officials said.',
      'assessment: Traffic flowed; nobody was hurt.',
    ])
  })

  it('is also the one that T gave', () => {
    const editor = openTunnel()
    pressKeys(editor, '2', 'h', 't', '4', '.')
    expect(editor.marks()).toEqual([
      'photo-caption: The tunnel opened on Friday, officials said.',
      'photo-caption: Traffic flowed; nobody was hurt.',
    ])
  })

  it('can’t be set again when the story’s tags are others', () => {
    const editor = openTunnel()
    editor.run('tag-1')
    editor.tags = builtInTags.filter(({ key }) => key !== '1')
    expect(editor.can('repeat-tag')).toBe(false)
  })
})

describe('a digit', () => {
  it('means the tag that has it now', () => {
    const editor = openTunnel()
    const [fact] = builtInTags
    editor.tags = fact === undefined ? [] : [{ ...fact, key: '7', label: 'Claim' }]
    expect([editor.can('tag-1'), editor.run('tag-1'), editor.run('tag-7')]).toEqual([false, false, true])
    expect(editor.said).toEqual([
      'No tag has the key 1',
      'Claim: The tunnel opened on Friday, officials said.',
    ])
  })

  it('that is held tags once', () => {
    const editor = openTunnel()
    pressKey(editor, '1')
    for (let i = 0; i < 5; i++) expect(pressKey(editor, '1', { held: true })).toBe(true)
    expect(editor.marks()).toHaveLength(1)
  })

  it('held Delete deletes one; held J walks', () => {
    const editor = openTunnel()
    pressKeys(editor, '1', '1', 'h', 'Delete')
    pressKeys(editor, 'h')
    pressKey(editor, 'Delete', { held: true })
    expect(editor.marks()).toHaveLength(1)
    editor.caret(tunnel.at('a'))
    pressKey(editor, 'j')
    pressKey(editor, 'j', { held: true })
    expect(editor.selected()).toBe('Traffic flowed; nobody was hurt.')
  })

  it('held G is no letter of the word that is jumped to', () => {
    const editor = openTunnel()
    pressKey(editor, 'g')
    expect(pressKey(editor, 'g', { held: true })).toBe(true)
    pressKeys(editor, 'f', 'r')
    expect(editor.selected()).toBe(editor.text().indexOf('Friday'))
  })

  it('of an input method that composes does nothing', () => {
    const editor = openTunnel()
    expect(pressKey(editor, '1', { composing: true })).toBe(false)
    expect(editor.marks()).toEqual([])
  })
})

describe('while the text is edited', () => {
  it.each(['1', 'Shift+1', 'c', 'q', '.', 'b', 'u', 'e', 'g', '/'])('%s types', (key) => {
    const editor = openTunnel()
    editor.run('tag-1', 'edit-text')
    editor.tell({ active: editor.annotations()[0]?.id ?? null })
    const before = editor.state
    expect(pressKey(editor, key)).toBe(false)
    expect(editor.state).toBe(before)
  })
})
