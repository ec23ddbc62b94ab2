import type { Keys } from '../../shared/desk/commands.ts'
import type { Platform } from '../../shared/desk/contract.ts'
import { baseOf, formOf, isCharacter } from '../../shared/desk/key-rules.ts'

/** What is read of a `KeyboardEvent`. */
export interface KeyStroke {
  readonly key: string
  readonly code: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  getModifierState?(key: string): boolean
}

/** Signs of other keyboards that stand for a sign of the table. */
const sameSign: Readonly<Record<string, string>> = {
  '؟': '?',
  '？': '?',
  '،': ',',
  '，': ',',
  '。': '.',
  '．': '.',
  '／': '/',
  '＋': 'Plus',
  '＝': '=',
  '－': '-',
  '+': 'Plus',
  ' ': 'Space',
}
/** Signs by their place, for keyboards of other scripts, which mostly have letters there. */
const signAt: Readonly<Record<string, string>> = {
  Comma: ',',
  Period: '.',
  Slash: '/',
  Minus: '-',
  Equal: '=',
  'Shift+Slash': '?',
  'Shift+Equal': 'Plus',
}
/** Where the Japanese keyboard (JIS X 6002) has them while it writes kana. */
const kanaSignAt: Readonly<Record<string, string>> = {
  ...signAt,
  'Shift+Minus': '=',
  'Shift+Semicolon': 'Plus',
}
const kana = /^[\p{Script=Hiragana}\p{Script=Katakana}゛゜ー・、。「」]/u
/** The Hebrew keyboard (SI 1452) has signs where Q and W are printed, and no other place for these letters. */
const hebrew: Readonly<Record<string, string>> = { KeyQ: '/', KeyW: "'" }
/** Signs that win over the digit of their key: help and find have no other single key. */
const strong = ['?', '/']

/**
 * What a stroke can mean, as the table writes keys, the likeliest first: the first that has a command is meant.
 * Digits go by the physical key, so that French and Arabic keyboards and Caps Lock work; with Shift too, unless the
 * key then has the question mark or the slash. Letters go by the character, so that Z is where it is printed, but by
 * the physical key where the character isn't Latin; signs by the character, wherever it is and whether or not it
 * needs Shift. Empty: it types (AltGr, Alt with a character), or is a modifier or a dead key.
 */
export function readingsOf(stroke: KeyStroke, platform: Platform): readonly Keys[] {
  const held = heldIn(stroke, platform)
  if (held.includes('System') || held.includes('AltGr')) return []
  return basesOf(stroke).flatMap((base) => {
    const keys = formOf([...held, base].join('+'))
    return keys === null || (stroke.altKey && isCharacter(baseOf(keys))) ? [] : [keys]
  })
}

/**
 * The keys of a stroke, to keep them as a command's own: "press the new keys". Names also what no command can have (a
 * modifier alone, a dead key, Tab …), for `tryKeys` to say why.
 */
export function keysOfStroke(stroke: KeyStroke, platform: Platform): Keys {
  const held = heldIn(stroke, platform)
  const [base = stroke.key === ' ' ? 'Space' : stroke.key || 'Unidentified'] = basesOf(stroke)
  // The key that is held is no modifier of itself.
  const alone = /^(?:Control|Shift|Alt|AltGraph|Meta)$/.test(base)
  return (alone ? null : formOf([...held, base].join('+'))) ?? base
}

function heldIn(stroke: KeyStroke, platform: Platform): readonly string[] {
  const mac = platform === 'darwin'
  const [mod, other] = mac ? [stroke.metaKey, stroke.ctrlKey] : [stroke.ctrlKey, stroke.metaKey]
  // AltGr is Ctrl with Alt on Windows, and a state of its own elsewhere; Option alone types on a Mac.
  const altGr = (stroke.altKey && mod) || stroke.getModifierState?.('AltGraph') === true
  if (altGr && !mac) return ['AltGr']
  return [
    ...(other ? ['System'] : []),
    ...(mod ? ['Mod'] : []),
    ...(stroke.altKey ? ['Alt'] : []),
    ...(stroke.shiftKey ? ['Shift'] : []),
  ]
}

/** The key itself as the table names it, the likeliest reading first; empty: a modifier, a dead key or the like. */
function basesOf({ key, code, shiftKey, ctrlKey, metaKey }: KeyStroke): readonly string[] {
  const sign = sameSign[key] ?? key
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1]
  // With Num Lock off, or with Shift, the number pad's keys are End, Down …
  const navigates = key.length > 1 && code.startsWith('Numpad') && key !== 'Process' && key !== 'Unidentified'
  if (digit !== undefined && !navigates) {
    const isSign = [...key].length === 1 && !/[\p{L}\p{N}]/u.test(key)
    if (!isSign) return [digit]
    return strong.includes(sign) ? [sign, digit] : [digit, sign]
  }
  if (/^\p{Script=Latin}$/u.test(key)) return [key.toLowerCase()]
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase()
  if (letter !== undefined && hebrew[code] === key) return [letter, sign]
  // Another script's letter, or an input method that keeps the character to itself.
  const foreign = /^[^\p{Script=Latin}\p{Script=Common}]/u.test(key) || kana.test(key) || key === 'Process'
  if (foreign && sign === key) {
    if (letter !== undefined) return [letter]
    const place = `${shiftKey ? 'Shift+' : ''}${code}`
    const there = (kana.test(key) || key === 'Process' ? kanaSignAt : signAt)[place]
    return there === undefined ? [] : [there]
  }
  if (['Dead', 'Process', 'Unidentified'].includes(key)) return []
  // Arabic has brackets and quotation marks above its letters. With Ctrl alone the sign is meant.
  const above = letter !== undefined && sign.length === 1 && (shiftKey || !(ctrlKey || metaKey))
  return above ? [sign, letter] : [sign]
}
