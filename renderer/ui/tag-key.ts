import type { Platform } from '../../shared/desk/contract.ts'
import type { Settings } from '../../shared/desk/contract-settings.ts'
import { keysOf } from '../../shared/desk/keys.ts'
import type { Tag } from '../../shared/tags.ts'
import { keyLabel } from './key-label.ts'
import { tagCommand } from './tag-command.ts'

/** The key that sets a tag, as this keyboard shows it; null: it has none, or single keys are switched off. */
export function tagKey(
  tag: Pick<Tag, 'key'>,
  { singleKeys, keys }: Pick<Settings, 'singleKeys' | 'keys'>,
  platform: Platform,
): string | null {
  const command = tagCommand(tag)
  const first = command !== undefined && singleKeys ? keysOf(command, keys)[0] : undefined
  return first === undefined ? null : keyLabel(first, platform)
}
