import { expect, test } from 'vitest'
import { ariaKeys, keyLabel } from '../../../renderer/ui/key-label.ts'

const cases = [
  ['Mod+Shift+e', 'Ctrl+Shift+E', '⇧⌘E', 'Control+Shift+e', 'Meta+Shift+e'],
  ['Mod+,', 'Ctrl+,', '⌘,', 'Control+,', 'Meta+,'],
  ['1', '1', '1', '1', '1'],
  ['n', 'N', 'N', 'n', 'n'],
  ['Backspace', 'Backspace', '⌫', 'Backspace', 'Backspace'],
  ['Alt+ArrowUp', 'Alt+↑', '⌥↑', 'Alt+ArrowUp', 'Alt+ArrowUp'],
  ['F6', 'F6', 'F6', 'F6', 'F6'],
  ['?', '?', '?', '?', '?'],
  ['Plus', '+', '+', 'Plus', 'Plus'],
  ['Shift+1', 'Shift+1', '⇧1', 'Shift+1', 'Shift+1'],
] as const

test.each(cases)('%s is written as the keyboard shows it', (keys, other, mac, aria, ariaMac) => {
  expect(keyLabel(keys, 'linux')).toBe(other)
  expect(keyLabel(keys, 'win32')).toBe(other)
  expect(keyLabel(keys, 'darwin')).toBe(mac)
  expect(ariaKeys(keys, 'linux')).toBe(aria)
  expect(ariaKeys(keys, 'darwin')).toBe(ariaMac)
})
