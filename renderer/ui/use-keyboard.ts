import { useMemo } from 'react'
import type { CommandId } from '../../shared/desk/commands.ts'
import type { Platform } from '../../shared/desk/contract.ts'
import type { Settings } from '../../shared/desk/contract-settings.ts'
import { isSingle } from '../../shared/desk/key-rules.ts'
import { keysOf } from '../../shared/desk/keys.ts'
import { ariaKeys, keyLabel } from './key-label.ts'
import { useDesk } from './tools.ts'

/** What this person's keys are called, on this computer. */
export interface Keyboard {
  /** All keys of a command, as they are printed; empty: it has none, or they are switched off. */
  labels(command: CommandId): readonly string[]
  /** The first of them. */
  label(command: CommandId): string | undefined
  /** The first of them for `aria-keyshortcuts`. */
  aria(command: CommandId): string | undefined
}

/** Own keys stand for those of the table; without single keys only those with Ctrl, Cmd or Alt are left. */
export function keyboardOf(settings: Pick<Settings, 'keys' | 'singleKeys'>, platform: Platform): Keyboard {
  const keys = (command: CommandId) =>
    keysOf(command, settings.keys).filter((one) => settings.singleKeys || !isSingle(one))
  return {
    labels: (command) => keys(command).map((one) => keyLabel(one, platform)),
    label(command) {
      const [first] = keys(command)
      return first === undefined ? undefined : keyLabel(first, platform)
    },
    aria(command) {
      const [first] = keys(command)
      return first === undefined ? undefined : ariaKeys(first, platform)
    },
  }
}

/** {@link keyboardOf} for the person at this window; the same object until they change their keys. */
export function useKeyboard(): Keyboard {
  const keys = useDesk((state) => state.settings.keys)
  const singleKeys = useDesk((state) => state.settings.singleKeys)
  const platform = useDesk((state) => state.beginning?.platform ?? 'linux')
  return useMemo(() => keyboardOf({ keys, singleKeys }, platform), [keys, singleKeys, platform])
}
