import { describe, expect, it } from 'vitest'
import { matchKey } from '../../../renderer/editor/key-match.ts'
import { type CommandId, commandTable } from '../../../shared/desk/commands.ts'
import { isSingle } from '../../../shared/desk/key-rules.ts'
import { bindingsOf } from '../../../shared/desk/keys.ts'
import { keyboards, press, strokeFor } from '../../helpers/keyboards.ts'

const inStory = { platform: 'linux', story: true, single: true, bindings: bindingsOf({}) } as const

const singleKeys = commandTable.flatMap(({ id, keys }) =>
  keys.filter(isSingle).map((key): readonly [string, CommandId] => [key, id]),
)

/**
 * Where a keyboard has two signs of the table on one key: what the stroke means there. The other command has another
 * way: find Mod+F and the number pad, smaller text the number pad, arming the seventh tag none but own keys.
 */
const shared: Readonly<Record<string, Readonly<Record<string, CommandId>>>> = {
  FR: { '-': 'tag-6' },
  'FR, Caps Lock': { '-': 'arm-6' },
  DE: { 'Shift+7': 'find' },
  RU: { 'Shift+7': 'help' },
  HE: { '/': 'quotation' },
}

describe.each(keyboards.map((keyboard) => [keyboard.name, keyboard] as const))(
  'on the keyboard %s',
  (name, keyboard) => {
    it.each(singleKeys)('%s is %s', (keys, command) => {
      const stroke = strokeFor(keyboard, keys)
      expect(stroke).not.toBeNull()
      if (stroke === null) return
      expect(matchKey(stroke, inStory)).toBe(shared[name]?.[keys] ?? command)
    })
  },
)

describe('on the number pad', () => {
  it.each([
    ...Array.from({ length: 9 }, (_, i) => [`${i + 1}`, `Numpad${i + 1}`, `tag-${i + 1}`] as const),
    ['0', 'Numpad0', 'usual-text'],
    ['+', 'NumpadAdd', 'larger-text'],
    ['-', 'NumpadSubtract', 'smaller-text'],
    ['.', 'NumpadDecimal', 'repeat-tag'],
    ['/', 'NumpadDivide', 'find'],
    ['Enter', 'NumpadEnter', 'card'],
    ['٣', 'Numpad3', 'tag-3'],
    ['Process', 'Numpad3', 'tag-3'],
    // Num Lock off.
    ['End', 'Numpad1', null],
    ['Clear', 'Numpad5', null],
    ['Home', 'Numpad7', null],
    ['Delete', 'NumpadDecimal', 'delete'],
  ] as const)('%s at %s is %s', (key, code, command) => {
    expect(matchKey(press(key, code), inStory)).toBe(command)
  })

  it('Shift with Num Lock, which gives arrows, is left to the browser', () => {
    expect(matchKey(press('End', 'Numpad1', true), inStory)).toBeNull()
    expect(matchKey(press('ArrowLeft', 'Numpad4', true), inStory)).toBeNull()
  })
})

describe('what types is no command', () => {
  const german = { key: '{', code: 'Digit7', shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }

  it.each([
    ['AltGr on Linux', { ...german, getModifierState: (name: string) => name === 'AltGraph' }, 'linux'],
    ['AltGr on Windows', { ...german, ctrlKey: true, altKey: true }, 'win32'],
    ['Option on a Mac', { ...german, key: '|', altKey: true }, 'darwin'],
    ['a dead key', { ...german, key: 'Dead', code: 'BracketLeft' }, 'linux'],
    ['the Windows key', { ...german, key: 'c', code: 'KeyC', metaKey: true }, 'win32'],
    ['Control on a Mac', { ...german, key: 'c', code: 'KeyC', ctrlKey: true }, 'darwin'],
  ] as const)('%s', (_case, stroke, platform) => {
    expect(matchKey(stroke, { ...inStory, platform })).toBeNull()
  })
})
