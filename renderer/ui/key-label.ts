import type { Keys } from '../../shared/desk/commands.ts'
import type { Platform } from '../../shared/desk/contract.ts'

const macModifiers: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
const otherModifiers: Readonly<Record<string, string>> = { Mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt' }
/** Names on keys that are longer than their sign. */
const arrows = { ArrowUp: '↑', ArrowDown: '↓' }
const signs: Readonly<Record<string, string>> = { ...arrows, Escape: 'Esc', Delete: 'Del' }
const macSigns: Readonly<Record<string, string>> = {
  ...arrows,
  Escape: 'esc',
  Delete: '⌦',
  Backspace: '⌫',
  Enter: '↩',
}

/** Keys of the command table as this computer's keyboard shows them: `Ctrl+Shift+E`, on a Mac `⇧⌘E`. */
export function keyLabel(keys: Keys, platform: Platform): string {
  const mac = platform === 'darwin'
  const parts = keys.split('+')
  const last = parts.pop() ?? ''
  const sign = (mac ? macSigns : signs)[last] ?? (last.length === 1 ? last.toUpperCase() : last)
  if (!mac) return [...parts.map((part) => otherModifiers[part] ?? part), sign].join('+')
  // On a Mac the command key stands last, right before the letter.
  const order = ['Alt', 'Shift', 'Mod']
  const modifiers = parts.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
  return [...modifiers.map((part) => macModifiers[part] ?? part), sign].join('')
}

/** The same for `aria-keyshortcuts`, which names keys in its own way (WAI-ARIA 1.2). */
export function ariaKeys(keys: Keys, platform: Platform): string {
  return keys.replace('Mod', platform === 'darwin' ? 'Meta' : 'Control')
}
