import { jumpLetters } from './jump-words.ts'
import type { KeyStroke } from './key-stroke.ts'

/** What a key means to a jump that waits for letters. */
export type JumpStroke =
  /** Letters to narrow by, the first that finds something counts; and the digit of its key. */
  | { readonly kind: 'letters'; readonly letters: readonly string[]; readonly digit: string | null }
  /** Enter: the nearest. Backspace: a letter less. Escape: no jump. */
  | { readonly kind: 'nearest' | 'back' | 'end' }
  /** Typed, but no letter: a sign, a blank, a dead key. */
  | { readonly kind: 'nothing' }
  /** A key held down for another. */
  | { readonly kind: 'modifier' }
  /** A key or a combination for somebody else. */
  | { readonly kind: 'other' }

const keys: Readonly<Record<string, JumpStroke>> = {
  Enter: { kind: 'nearest' },
  Backspace: { kind: 'back' },
  Escape: { kind: 'end' },
  Dead: { kind: 'nothing' },
  Unidentified: { kind: 'nothing' },
  Shift: { kind: 'modifier' },
  Control: { kind: 'modifier' },
  Alt: { kind: 'modifier' },
  AltGraph: { kind: 'modifier' },
  Meta: { kind: 'modifier' },
  CapsLock: { kind: 'modifier' },
}

/**
 * Reads a key. A letter counts by its character; where that finds no word, as with a Russian keyboard and an
 * English story or an input method that keeps the letter to itself, by the Latin letter of its place.
 */
export function readJumpStroke(stroke: KeyStroke): JumpStroke {
  const { key, code, ctrlKey, altKey, metaKey } = stroke
  const known = Object.hasOwn(keys, key) ? keys[key] : undefined
  if (known?.kind === 'modifier') return known
  // AltGr types letters on many keyboards; it comes as both.
  if (metaKey || ctrlKey !== altKey) return { kind: 'other' }
  const own = [...key].length === 1 ? jumpLetters(key) : ''
  const place = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? ''
  const letters = [...new Set([own, own === '' && key !== 'Process' ? '' : place])].filter(Boolean)
  // With Num Lock off the number pad's keys are End, Down …
  const digit = own === '' && key.length > 1 ? null : (/^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1] ?? null)
  if (letters.length > 0 || digit !== null) return { kind: 'letters', letters, digit }
  if (known !== undefined) return known
  return [...key].length === 1 || key === 'Process' ? { kind: 'nothing' } : { kind: 'other' }
}
