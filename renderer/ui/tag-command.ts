import { type CommandId, commandTable } from '../../shared/desk/commands.ts'
import type { Tag } from '../../shared/tags.ts'

/** The command that sets a tag, by the digit that both name; undefined: it has no key. */
export function tagCommand(tag: Tag): CommandId | undefined {
  return commandTable.find((command) => command.id.startsWith('tag-') && command.keys[0] === tag.key)?.id
}
