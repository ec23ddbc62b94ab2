import { type CommandId, commandTable, type Keys } from '../../shared/desk/commands.ts'
import type { Platform } from '../../shared/desk/contract.ts'

/** What the matcher reads of a `KeyboardEvent`. */
export interface KeyStroke {
  readonly key: string
  readonly code: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

export interface KeyContext {
  readonly platform: Platform
  /** The story has the focus: keys without Ctrl/Cmd act on it. */
  readonly story: boolean
  /** The person's setting: digits, letters and signs may act by themselves (WCAG 2.1.4). */
  readonly singleKeys: boolean
  /** The story is being typed into: Enter, Backspace and Delete write. */
  readonly typing?: boolean
}

// Every combination that the table names, each once.
const bindings: ReadonlyMap<Keys, CommandId> = new Map(
  commandTable.flatMap(({ id, keys }) => keys.map((key): [Keys, CommandId] => [key, id])),
)

/** Signs of other keyboards that stand for a sign of the table. */
const sameSign: Readonly<Record<string, string>> = { '؟': '?', '？': '?', '،': ',', '，': ',' }

/**
 * The command of the table that a key stroke means; null: none. Digits go by the physical key, so that French
 * and Arabic keyboards and Caps Lock work; letters by the character, so that Z is where it is printed, but by
 * the physical key where the character isn't Latin. AltGr (Ctrl+Alt on Windows) types, it never commands.
 */
export function matchKey(
  stroke: KeyStroke,
  { platform, story, singleKeys, typing = false }: KeyContext,
): CommandId | null {
  const mod = platform === 'darwin' ? stroke.metaKey : stroke.ctrlKey
  const other = platform === 'darwin' ? stroke.ctrlKey : stroke.metaKey
  if (other || (stroke.altKey && mod)) return null
  const key = keyOf(stroke)
  if (key === null) return null
  const isCharacter = key.length === 1
  // Alt with a character types one, on a Mac and with some layouts.
  if (isCharacter && stroke.altKey) return null
  const single = story && singleKeys && !typing
  if (!mod && isCharacter && !single) return null
  // On the story only: anywhere else these keys belong to what has the focus.
  const writes = ['Enter', 'Backspace', 'Delete'].includes(key)
  if (!mod && (writes || stroke.altKey) && !story) return null
  if (!mod && writes && typing) return null
  // Where a sign is on the keyboard differs; Shift is part of typing it.
  const shift = stroke.shiftKey && !(isCharacter && !/[\p{L}\p{N}]/u.test(key))
  const held = `${mod ? 'Mod+' : ''}${stroke.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}`
  return bindings.get(`${held}${key}`) ?? null
}

/** The stroke's key as the table writes it; null: a modifier, a dead key or the like. */
function keyOf({ key, code }: KeyStroke): string | null {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1]
  // With Num Lock off the number pad's keys are End, Down …
  const navigates = key.length > 1 && code.startsWith('Numpad')
  // Shift+7 may be the question mark; then the sign is meant.
  const sign = sameSign[key] ?? key
  if (digit !== undefined && !navigates && sign !== '?') return digit
  if (/^\p{Script=Latin}$/u.test(key)) return key.toLowerCase()
  // Another script's letter, or an input method that keeps the letter to itself ("Process").
  const foreign = /^[^\p{Script=Latin}\p{Script=Common}]/u.test(key) || key === 'Process'
  if (foreign && sign === key) {
    if (code.startsWith('Key')) return code.slice(3).toLowerCase()
    if (code === 'Comma') return ','
  }
  if (key === 'Dead' || key === 'Unidentified' || key === 'Process') return null
  return sign
}
