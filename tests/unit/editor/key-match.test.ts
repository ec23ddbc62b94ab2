import { describe, expect, it } from 'vitest'
import { matchKey } from '../../../renderer/editor/key-match.ts'
import type { KeyStroke } from '../../../renderer/editor/key-stroke.ts'
import { commandTable } from '../../../shared/desk/commands.ts'
import { bindingsOf } from '../../../shared/desk/keys.ts'

/** `stroke('Ctrl+Shift+Z@KeyZ')`: modifiers, the character, the physical key. */
function stroke(source: string): KeyStroke {
  const [pressed = '', code = ''] = source.split('@')
  const key = pressed.endsWith('+') ? '+' : (pressed.split('+').at(-1) ?? '')
  const parts = pressed.slice(0, pressed.length - key.length).split('+')
  const has = (name: string) => parts.includes(name)
  return { key, code, shiftKey: has('Shift'), ctrlKey: has('Ctrl'), altKey: has('Alt'), metaKey: has('Meta') }
}

const inStory = { platform: 'linux', story: true, single: true, bindings: bindingsOf({}) } as const

describe('a key on the story', () => {
  it.each([
    ['US', '1@Digit1', 'tag-1'],
    ['US', 'j@KeyJ', 'next-sentence'],
    ['a board with ? unshifted', '?@Slash', 'help'],
    ['US', 'Shift+?@Slash', 'help'],
    ['US', 'Ctrl+z@KeyZ', 'undo'],
    ['US', 'Ctrl+Shift+Z@KeyZ', 'redo'],
    ['US', 'Ctrl+y@KeyY', 'redo'],
    ['US', 'Ctrl+,@Comma', 'settings'],
    ['US', 'Ctrl+Shift+E@KeyE', 'export'],
    ['US', 'Backspace@Backspace', 'delete'],
    ['US', 'Delete@Delete', 'delete'],
    ['US', 'Enter@Enter', 'card'],
    ['US', 'F6@F6', 'next-region'],
    ['US', '5@Digit5', 'tag-5'],
    ['US', 'Shift+!@Digit1', 'arm-1'],
    ['US', 'Shift++@Equal', 'larger-text'],
    ['US', 'Shift+F3@F3', 'find-previous'],
    ['US', 'Shift+J@KeyJ', null],
    ['US', 'Alt+j@KeyJ', null],
    ['US', 'Ctrl+1@Digit1', null],
    ['US', 'Tab@Tab', null],
    ['US', 'ArrowRight@ArrowRight', null],
    ['US', 'Shift@ShiftLeft', null],
    ['UK', 'Shift+?@Slash', 'help'],
    ['UK, AltGr', 'Ctrl+Alt+4@Digit4', null],
    ['FR, digits unshifted', '&@Digit1', 'tag-1'],
    ['FR', 'é@Digit2', 'tag-2'],
    ['FR', '"@Digit3', 'tag-3'],
    ['FR', "'@Digit4", 'tag-4'],
    ['FR, letters by print', 'w@KeyZ', 'grow-word'],
    ['FR', 'Ctrl+z@KeyW', 'undo'],
    ['FR', 'Shift+?@KeyM', 'help'],
    ['FR', 'Ctrl+,@KeyM', 'settings'],
    ['DE, letters by print', 'Ctrl+z@KeyY', 'undo'],
    ['DE', 'Shift+?@Minus', 'help'],
    ['DE', 'ö@Semicolon', null],
    ['RU', 'о@KeyJ', 'next-sentence'],
    ['RU', 'Ctrl+я@KeyZ', 'undo'],
    ['FR, with Shift', 'Shift+2@Digit2', 'arm-2'],
    ['ES, Shift+7', 'Shift+/@Digit7', 'find'],
    ['CH, Shift+1', 'Shift++@Digit1', 'arm-1'],
    ['DE, Shift+0', 'Shift+=@Digit0', 'larger-text'],
    ['AR, brackets above letters', 'Shift+}@KeyC', 'previous-clause'],
    ['AR, a sign above Z', 'Ctrl+Shift+~@KeyZ', 'redo'],
    ['RU, Shift+7', 'Shift+?@Digit7', 'help'],
    ['RU', 'Ctrl+б@Comma', 'settings'],
    ['AR, digits', '١@Digit1', 'tag-1'],
    ['AR', 'ت@KeyJ', 'next-sentence'],
    ['AR', 'Shift+؟@Slash', 'help'],
    ['AR', 'Ctrl+ئ@KeyZ', 'undo'],
    ['HE', 'ח@KeyJ', 'next-sentence'],
    ['HE', 'Ctrl+ז@KeyZ', 'undo'],
    ['HE', '2@Digit2', 'tag-2'],
    ['JP, input method off', 'k@KeyK', 'previous-sentence'],
    ['JP, input method on', 'Process@KeyK', 'previous-sentence'],
    ['JP, input method on', 'Process@Digit3', 'tag-3'],
    ['JP, kana', 'ま@KeyJ', 'next-sentence'],
    ['JP, input method on', 'Process@Slash', 'find'],
    ['JP, input method on', 'Process@BracketLeft', null],
    ['TR', 'ı@KeyI', null],
    ['Caps Lock', 'J@KeyJ', 'next-sentence'],
    ['Caps Lock', 'Ctrl+Z@KeyZ', 'undo'],
    ['Caps Lock and Shift', 'Shift+j@KeyJ', null],
    ['Caps Lock, FR', '1@Digit1', 'tag-1'],
    ['numpad', '1@Numpad1', 'tag-1'],
    ['numpad, Num Lock off', 'End@Numpad1', null],
    ['numpad, Num Lock off', 'Delete@NumpadDecimal', 'delete'],
    ['numpad', 'Enter@NumpadEnter', 'card'],
    ['dead key', 'Dead@KeyE', null],
    ['Windows key', 'Meta+j@KeyJ', null],
  ])('%s: %s is %s', (_layout, source, command) => {
    expect(matchKey(stroke(source), inStory)).toBe(command)
  })
})

describe('a key', () => {
  it.each([
    ['j@KeyJ', null],
    ['1@Digit1', null],
    ['Shift+?@Slash', null],
    ['Ctrl+z@KeyZ', 'undo'],
    ['Backspace@Backspace', 'delete'],
    ['Enter@Enter', 'card'],
    ['F6@F6', 'next-region'],
  ])('on the story with single keys off: %s is %s', (source, command) => {
    expect(matchKey(stroke(source), { ...inStory, single: false })).toBe(command)
  })

  it.each([
    ['j@KeyJ', null],
    ['Enter@Enter', null],
    ['Delete@Delete', null],
    ['Alt+ArrowUp@ArrowUp', null],
    ['Ctrl+z@KeyZ', 'undo'],
    ['F6@F6', 'next-region'],
  ])('elsewhere in the window: %s is %s', (source, command) => {
    expect(matchKey(stroke(source), { ...inStory, story: false })).toBe(command)
  })

  it.each([
    ['a@KeyA', null],
    ['1@Digit1', null],
    ['Enter@Enter', null],
    ['Backspace@Backspace', null],
    ['Delete@Delete', null],
    ['Tab@Tab', null],
    ['Ctrl+e@KeyE', 'edit-text'],
    ['Ctrl+z@KeyZ', 'undo'],
    ['Alt+ArrowUp@ArrowUp', 'move-up'],
    ['F6@F6', 'next-region'],
  ])('on the story while it is typed into: %s is %s', (source, command) => {
    expect(matchKey(stroke(source), { ...inStory, typing: true })).toBe(command)
  })

  it.each([
    ['Meta+z@KeyZ', 'undo'],
    ['Meta+Shift+z@KeyZ', 'redo'],
    ['Ctrl+z@KeyZ', null],
    ['Meta+о@KeyJ', null],
  ])('on a Mac: %s is %s', (source, command) => {
    expect(matchKey(stroke(source), { ...inStory, platform: 'darwin' })).toBe(command)
  })

  it('of the table leads to its own command on a US keyboard', () => {
    for (const { id, keys } of commandTable) {
      for (const key of keys) {
        const character = (key.split('+').at(-1) ?? '').replace('Plus', '+')
        const code = /^[a-z]$/.test(character)
          ? `Key${character.toUpperCase()}`
          : /^\d$/.test(character)
            ? `Digit${character}`
            : ''
        expect([
          key,
          matchKey(stroke(`${key.replace('Mod', 'Ctrl').replace('Plus', '+')}@${code}`), inStory),
        ]).toEqual([key, id])
      }
    }
  })
})
