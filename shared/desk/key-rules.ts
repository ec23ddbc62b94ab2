import type { CommandEntry, Keys } from './commands.ts'

/** Keys that are only held. */
const modifiers = [
  'Control',
  'Shift',
  'Alt',
  'AltGraph',
  'Meta',
  'OS',
  'CapsLock',
  'NumLock',
  'ScrollLock',
  'Fn',
]
/** Keys that wait for another one, or that an input method keeps to itself (UI Events, 5.6). */
const unfinished = ['Dead', 'Process', 'Unidentified', 'Compose']
const caretKeys = /^(?:Arrow(?:Up|Down|Left|Right)|Home|End|PageUp|PageDown)$/
/** Paragraphs are moved with these in most editors; nothing else needs them. */
const moving = ['Alt+ArrowUp', 'Alt+ArrowDown']
const order = ['Mod', 'Alt', 'Shift']
/** Held keys that no command can have; a stroke is named with them so that it can be refused with its reason. */
const foreign = ['AltGr', 'System']

/** What the browser or the system does with keys in any program, so that no program can have them. */
const elsewhere: Readonly<Record<Keys, string>> = {
  'Mod+c': 'copy',
  'Mod+x': 'cut',
  'Mod+v': 'paste',
  'Mod+Shift+v': 'paste',
  'Mod+a': 'select everything',
  'Mod+w': 'close the window',
  'Mod+t': 'open a tab',
  'Mod+Shift+t': 'open a tab again',
  'Mod+n': 'open a window',
  'Mod+Shift+n': 'open a window',
  'Mod+q': 'leave the program',
  'Mod+Shift+q': 'leave the program',
  'Mod+r': 'load the window again',
  'Mod+Shift+r': 'load the window again',
  'Mod+l': 'go to the address',
  'Mod+p': 'print',
  'Mod+h': 'hide the program on a Mac',
  'Mod+m': 'put the window away on a Mac',
  'Mod+Shift+i': 'open the tools of developers',
  'Mod+Shift+j': 'open the tools of developers',
  'Mod+Plus': 'make the window larger',
  'Mod+=': 'make the window larger',
  'Mod+-': 'make the window smaller',
  'Mod+Space': 'change the input method',
  'Alt+Space': 'open the menu of the window',
  'Shift+Space': 'change the input method',
  'Alt+F4': 'close the window',
  F5: 'load the window again',
  F10: 'open the menu',
  'Shift+F10': 'open the menu',
  F11: 'fill the screen',
  F12: 'open the tools of developers',
  ContextMenu: 'open the menu',
}

/** The key of a stroke without what is held with it. */
export function baseOf(keys: Keys): string {
  return keys.slice(keys.lastIndexOf('+') + 1)
}

/** Is it one character, digits, signs and the space included? */
export function isCharacter(base: string): boolean {
  return [...base].length === 1 || base === 'Plus' || base === 'Space'
}

/** Does it act on the story by itself, without Ctrl, Cmd or Alt (WCAG 2.1.4)? */
export function isSingle(keys: Keys): boolean {
  return isCharacter(baseOf(keys)) && !/^(?:Mod|Alt)\+/.test(keys)
}

/** Keys as the table writes them, however their modifiers are ordered; null: nothing that can be pressed. */
export function formOf(keys: Keys): Keys | null {
  const parts = keys.split('+')
  const base = parts.pop() ?? ''
  if (base === '' || /\s/u.test(base)) return null
  const held = new Set(parts)
  if (held.size < parts.length || parts.some((part) => ![...foreign, ...order].includes(part))) return null
  const letter = /^\p{L}$/u.test(base)
  if (isSign(base)) held.delete('Shift')
  const key = letter ? base.toLowerCase() : base
  return [...[...foreign, ...order].filter((part) => held.has(part)), key].join('+')
}

/** A character for which Shift may be needed or not, as the keyboard has it. */
function isSign(base: string): boolean {
  return base === 'Plus' || ([...base].length === 1 && !/[\p{L}\p{N}]/u.test(base))
}

/**
 * Why a command may not have these keys, whatever other commands have; null: it may. What the table gives it, it may.
 * @param keys as {@link formOf} gives them
 */
export function refusedKeys({ keys: given, story }: CommandEntry, keys: Keys): string | null {
  if (given.includes(keys)) return null
  const base = baseOf(keys)
  if (base === 'Tab') return 'Tab moves on to the next part of the window. Choose another key.'
  if (base === 'Escape') return 'Esc takes the last thing back or leaves. Choose another key.'
  if (modifiers.includes(base)) return 'Hold this key and press another one with it.'
  if (unfinished.includes(base))
    return 'This key waits for another one, or belongs to an input method. Choose another.'
  if (keys.startsWith('System+')) return 'Keys held with this one belong to the system. Choose others.'
  if (keys.startsWith('AltGr+')) return 'AltGr types signs. Choose keys without it.'
  const other = elsewhere[keys]
  if (other !== undefined) return `These keys ${other}, here as everywhere. Choose others.`
  if (/^Mod\+\d$/.test(keys)) return 'These keys change the tab or the size of the window. Choose others.'
  if (keys.startsWith('Mod+Alt+'))
    return 'Alt together with Ctrl or Cmd types signs or belongs to the system. Choose other keys.'
  if (keys.startsWith('Alt+') && isCharacter(base))
    return 'Alt with a character types another one on many keyboards. Choose other keys.'
  if (caretKeys.test(base) && !moving.includes(keys)) return 'These keys move the caret. Choose others.'
  if (isSingle(keys) && !story)
    return 'A single key works in the story only, and this command is for the whole window. Choose keys with Ctrl or Cmd.'
  return null
}
