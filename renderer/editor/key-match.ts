import type { CommandId } from '../../shared/desk/commands.ts'
import type { Platform } from '../../shared/desk/contract.ts'
import { baseOf, isSingle } from '../../shared/desk/key-rules.ts'
import type { Bindings } from '../../shared/desk/keys.ts'
import { type KeyStroke, readingsOf } from './key-stroke.ts'

/** Which keys a person has, as it is now. */
export interface Keyboard {
  /** Digits, letters and signs may act by themselves (WCAG 2.1.4). */
  readonly single: boolean
  /** See `bindingsOf`. */
  readonly bindings: Bindings
}

export interface KeyContext extends Keyboard {
  readonly platform: Platform
  /** The story has the focus: keys without Ctrl/Cmd act on it. */
  readonly story: boolean
  /** The story is being typed into: Enter, Backspace and Delete write. */
  readonly typing?: boolean
}

const writing = ['Enter', 'Backspace', 'Delete']

/** The command that a key stroke means; null: none. */
export function matchKey(stroke: KeyStroke, context: KeyContext): CommandId | null {
  const { platform, bindings } = context
  for (const keys of readingsOf(stroke, platform)) {
    const command = bindings.get(keys)
    if (command !== undefined && mayAct(keys, context)) return command
  }
  return null
}

function mayAct(keys: string, { story, single, typing = false }: KeyContext): boolean {
  if (isSingle(keys)) return story && single && !typing
  if (keys.startsWith('Mod+')) return true
  const writes = writing.includes(baseOf(keys))
  // On the story only: anywhere else these keys belong to what has the focus.
  if (writes || keys.startsWith('Alt+')) return story && !(writes && typing)
  return true
}
