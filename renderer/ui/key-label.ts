import type { Keys } from '../../shared/desk/commands.ts'
import type { Platform } from '../../shared/desk/contract.ts'

const macModifiers: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
const otherModifiers: Readonly<Record<string, string>> = { Mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt' }
/** Names on keys that are longer than their sign. */
const arrows = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }
const signs: Readonly<Record<string, string>> = { ...arrows, Plus: '+', Escape: 'Esc', Delete: 'Del' }
const macSigns: Readonly<Record<string, string>> = {
  ...arrows,
  Plus: '+',
  Escape: 'esc',
  Delete: '⌦',
  Backspace: '⌫',
  Enter: '↩',
}

/** What is held, and the key itself. */
function partsOf(keys: Keys): { readonly modifiers: readonly string[]; readonly key: string } {
  const modifiers = keys.split('+')
  const key = modifiers.pop() ?? ''
  return { modifiers, key }
}

/** Keys of the command table as this computer's keyboard shows them: `Ctrl+Shift+E`, on a Mac `⇧⌘E`. */
export function keyLabel(keys: Keys, platform: Platform): string {
  const mac = platform === 'darwin'
  const { modifiers, key } = partsOf(keys)
  const sign = (mac ? macSigns : signs)[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  if (!mac) return [...modifiers.map((part) => otherModifiers[part] ?? part), sign].join('+')
  // On a Mac the command key stands last, right before the letter.
  const order = ['Alt', 'Shift', 'Mod']
  const sorted = modifiers.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
  return [...sorted.map((part) => macModifiers[part] ?? part), sign].join('')
}

/** The same for `aria-keyshortcuts`, which names keys in its own way (WAI-ARIA 1.2). */
export function ariaKeys(keys: Keys, platform: Platform): string {
  const { modifiers, key } = partsOf(keys)
  const mod = platform === 'darwin' ? 'Meta' : 'Control'
  return [...modifiers.map((part) => (part === 'Mod' ? mod : part)), key].join('+')
}
