import { type CommandId, commandTable } from '../../shared/desk/commands.ts'
import type { Tag } from '../../shared/tags.ts'

const known: ReadonlySet<string> = new Set(commandTable.map((command) => command.id))

/** The command that sets a tag, by the digit that both name; undefined: it has no key. */
export function tagCommand(tag: Pick<Tag, 'key'>): CommandId | undefined {
  return commandFor('tag', tag)
}

/** The command that arms a tag, so that every selection gets it at once, or disarms it again. */
export function armCommand(tag: Pick<Tag, 'key'>): CommandId | undefined {
  return commandFor('arm', tag)
}

function commandFor(what: 'tag' | 'arm', { key }: Pick<Tag, 'key'>): CommandId | undefined {
  const id = `${what}-${key}`
  return known.has(id) ? (id as CommandId) : undefined
}
