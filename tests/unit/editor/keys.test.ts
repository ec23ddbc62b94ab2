import { describe, expect, it } from 'vitest'
import { matchKey } from '../../../renderer/editor/key-match.ts'
import { keysOfStroke } from '../../../renderer/editor/key-stroke.ts'
import { commandTable } from '../../../shared/desk/commands.ts'
import { mayRepeat } from '../../../shared/desk/key-repeat.ts'
import { bindingsOf, keysOf, type OwnKeys, tryKeys } from '../../../shared/desk/keys.ts'
import { keyboards, press, strokeFor } from '../../helpers/keyboards.ts'

const inStory = { platform: 'linux', story: true, single: true } as const

describe('the table', () => {
  it('gives no two commands the same keys, and none that a person could not choose', () => {
    const all = commandTable.flatMap(({ keys }) => keys)
    expect(new Set(all).size).toBe(all.length)
    for (const { id, keys } of commandTable) for (const key of keys) expect(tryKeys(id, key, {})).toBeNull()
  })

  it('is what somebody has who chose nothing', () => {
    for (const { id, keys } of commandTable) expect(keysOf(id, {})).toEqual(keys)
  })
})

describe('own keys', () => {
  it('stand for those of the table, which then mean nothing', () => {
    const bindings = bindingsOf({ 'next-sentence': ['y', 'Alt+ArrowUp'], 'move-up': [] })
    expect(matchKey(press('y', 'KeyY'), { ...inStory, bindings })).toBe('next-sentence')
    expect(matchKey(press('j', 'KeyJ'), { ...inStory, bindings })).toBeNull()
    expect(bindings.get('Alt+ArrowUp')).toBe('next-sentence')
  })

  it('can be none: the command is switched off', () => {
    const own: OwnKeys = { delete: [] }
    expect([keysOf('delete', own), bindingsOf(own).get('Delete')]).toEqual([[], undefined])
  })

  it('are the same map each time, so that each key press asks for them', () => {
    const own: OwnKeys = { note: ['m'] }
    expect(bindingsOf(own)).toBe(bindingsOf(own))
  })

  it('of commands that are not there, or that may not be used, are passed over', () => {
    const own: OwnKeys = {
      teleport: ['y'],
      note: ['Tab', 'Mod+c', 'nonsense+n', 'Shift+Mod+m'],
      toString: ['z'],
    }
    expect([...bindingsOf(own).values()]).not.toContain('teleport')
    expect(keysOf('note', own)).toEqual(['Mod+Shift+m'])
  })

  it('win over the table, where a file gives both', () => {
    const own: OwnKeys = { note: ['c'] }
    expect([keysOf('note', own), keysOf('next-clause', own)]).toEqual([['c'], []])
    expect([bindingsOf(own).get('c'), bindingsOf(own).get('n')]).toEqual(['note', undefined])
  })
})

describe('new keys', () => {
  it.each([
    ['note', 'm'],
    ['note', 'n'],
    ['note', 'Shift+m'],
    ['note', 'Mod+Shift+m'],
    ['note', 'F2'],
    ['note', ';'],
    ['note', 'Space'],
    ['note', 'ö'],
    ['help', '?'],
    ['help', 'Mod+/'],
    ['save', 'F9'],
  ] as const)('for %s may be %s', (command, keys) => {
    expect(tryKeys(command, keys, {})).toBeNull()
  })

  it.each([
    ['note', 'c', 'C already means Next clause. Take it away there first.'],
    ['note', 'Plus', '+ already means Larger story text. Take it away there first.'],
    ['note', 'Shift+Mod+e', 'Mod+Shift+E already means Export report…. Take it away there first.'],
    ['note', 'Tab', 'Tab moves on to the next part of the window. Choose another key.'],
    ['note', 'Shift+Tab', 'Tab moves on to the next part of the window. Choose another key.'],
    ['note', 'Escape', 'Esc takes the last thing back or leaves. Choose another key.'],
    ['note', 'Shift', 'Hold this key and press another one with it.'],
    ['note', 'Dead', 'This key waits for another one, or belongs to an input method. Choose another.'],
    ['note', 'Mod+c', 'These keys copy, here as everywhere. Choose others.'],
    ['note', 'Mod+w', 'These keys close the window, here as everywhere. Choose others.'],
    ['note', 'Mod+1', 'These keys change the tab or the size of the window. Choose others.'],
    ['note', 'Alt+m', 'Alt with a character types another one on many keyboards. Choose other keys.'],
    [
      'note',
      'Mod+Alt+m',
      'Alt together with Ctrl or Cmd types signs or belongs to the system. Choose other keys.',
    ],
    ['note', 'AltGr+q', 'AltGr types signs. Choose keys without it.'],
    ['note', 'System+q', 'Keys held with this one belong to the system. Choose others.'],
    ['note', 'Shift+ArrowLeft', 'These keys move the caret. Choose others.'],
    ['note', 'Mod+Home', 'These keys move the caret. Choose others.'],
    ['note', '', 'This is no key that Galley knows. Choose another.'],
    [
      'open',
      'y',
      'A single key works in the story only, and this command is for the whole window. Choose keys with Ctrl or Cmd.',
    ],
  ] as const)('for %s may not be %s: %s', (command, keys, sentence) => {
    expect(tryKeys(command, keys, {})).toBe(sentence)
  })

  it.each(['Mod+c', 'Mod+v', 'Mod+x', 'Mod+a', 'Mod+w', 'Mod+t', 'Mod+n', 'Mod+q', 'F5', 'F12', 'Alt+F4'])(
    'are never %s',
    (keys) => {
      expect(tryKeys('note', keys, {})).toMatch(/here as everywhere/)
    },
  )

  it('may be those that were taken away elsewhere', () => {
    expect(tryKeys('note', 'c', { 'next-clause': [] })).toBeNull()
  })

  it('are named in the refusal as the computer names them', () => {
    const sentence = tryKeys('note', 'Mod+Shift+e', {}, () => '⇧⌘E')
    expect(sentence).toBe('⇧⌘E already means Export report…. Take it away there first.')
  })
})

describe('a stroke that is to be kept', () => {
  it.each([
    ['m', 'KeyM', false, 'm'],
    ['M', 'KeyM', true, 'Shift+m'],
    ['+', 'Equal', true, 'Plus'],
    [' ', 'Space', false, 'Space'],
    ['é', 'Digit2', false, '2'],
    ['@', 'Digit2', true, 'Shift+2'],
    ['о', 'KeyJ', false, 'j'],
    ['?', 'Slash', true, '?'],
    ['F2', 'F2', true, 'Shift+F2'],
    ['Shift', 'ShiftLeft', true, 'Shift'],
    ['Tab', 'Tab', false, 'Tab'],
    ['Dead', 'BracketLeft', false, 'Dead'],
    ['Process', 'KeyK', false, 'k'],
  ])('%s at %s (Shift: %s) is %s', (key, code, shift, keys) => {
    expect(keysOfStroke(press(key, code, shift), 'linux')).toBe(keys)
  })

  it('says what is held, and what no command can have', () => {
    const stroke = press('m', 'KeyM')
    expect(keysOfStroke({ ...stroke, ctrlKey: true }, 'win32')).toBe('Mod+m')
    expect(keysOfStroke({ ...stroke, metaKey: true }, 'darwin')).toBe('Mod+m')
    expect(keysOfStroke({ ...stroke, metaKey: true }, 'win32')).toBe('System+m')
    expect(keysOfStroke({ ...stroke, ctrlKey: true, altKey: true }, 'win32')).toBe('AltGr+m')
    expect(keysOfStroke({ ...stroke, ctrlKey: true, shiftKey: true, key: 'M' }, 'linux')).toBe('Mod+Shift+m')
  })

  it('then means the command, on every keyboard', () => {
    for (const keyboard of keyboards) {
      for (const wanted of ['y', 'Shift+y', '8', 'Shift+8']) {
        const stroke = strokeFor(keyboard, wanted)
        if (stroke === null) throw new Error(`${keyboard.name} has no ${wanted}`)
        const others = commandTable.filter(({ id }) => id !== 'note').map(({ id }) => [id, []])
        const bindings = bindingsOf({ ...Object.fromEntries(others), note: [keysOfStroke(stroke, 'linux')] })
        expect([keyboard.name, wanted, matchKey(stroke, { ...inStory, bindings })]).toEqual([
          keyboard.name,
          wanted,
          'note',
        ])
      }
    }
  })
})

describe('a held key', () => {
  it.each(['next-sentence', 'next-clause', 'next-mark', 'undo', 'larger-text', 'find-next'] as const)(
    'does %s again and again',
    (command) => expect(mayRepeat(command)).toBe(true),
  )

  it.each([
    'tag-1',
    'arm-1',
    'repeat-tag',
    'delete',
    'accept',
    'retag',
    'edit-text',
    'palette',
    'quotation',
  ] as const)('does %s once', (command) => expect(mayRepeat(command)).toBe(false))
})
