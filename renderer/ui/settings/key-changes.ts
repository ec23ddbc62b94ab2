import { type CommandId, commandTable, type Keys } from '../../../shared/desk/commands.ts'
import type { Platform } from '../../../shared/desk/contract.ts'
import { keysOf, type OwnKeys } from '../../../shared/desk/keys.ts'
import type { Tag } from '../../../shared/tags.ts'
import { namedCommands } from '../dialogs/command-words.ts'
import { keyLabel } from '../key-label.ts'

/** A command in the list of keys. */
export interface KeyEntry {
  readonly id: CommandId
  readonly label: string
  /** As they are in force. */
  readonly keys: readonly Keys[]
  /** Chosen by the person. */
  readonly own: boolean
}

/** Every command with its keys, as the table orders them; digits without a tag too, for their keys are taken. */
export function keyEntries(own: OwnKeys, tags: readonly Tag[]): readonly KeyEntry[] {
  const names = new Map(namedCommands(tags).map(({ id, label }) => [id, label]))
  return commandTable.map(({ id, label }) => ({
    id,
    label: names.get(id) ?? label,
    keys: keysOf(id, own),
    own: Object.hasOwn(own, id),
  }))
}

/** Those whose name or key has the words, in any case. */
export function foundEntries(
  entries: readonly KeyEntry[],
  sought: string,
  platform: Platform,
): readonly KeyEntry[] {
  const words = sought.trim().toLocaleLowerCase()
  if (words === '') return entries
  return entries.filter(({ label, keys }) => {
    const names = keys.map((key) => keyLabel(key, platform)).join(' ')
    return `${label} ${names}`.toLocaleLowerCase().includes(words)
  })
}

/**
 * With other keys in the place of some that the command has.
 * @param old null: the new ones come after those that there are
 * @param keys none that the command has already
 */
export function withKeys(own: OwnKeys, id: CommandId, old: Keys | null, keys: Keys): OwnKeys {
  const now = keysOf(id, own)
  return { ...own, [id]: old === null ? [...now, keys] : now.map((one) => (one === old ? keys : one)) }
}

/** Without one of them; the others stay. */
export function withoutKeys(own: OwnKeys, id: CommandId, keys: Keys): OwnKeys {
  return { ...own, [id]: keysOf(id, own).filter((one) => one !== keys) }
}

/** The keys of the table again. */
export function withUsualKeys(own: OwnKeys, id: CommandId): OwnKeys {
  return Object.fromEntries(Object.entries(own).filter(([other]) => other !== id))
}
