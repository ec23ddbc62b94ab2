import {
  type CommandEntry,
  type CommandId,
  type CommandMenu,
  commandTable,
} from '../../../shared/desk/commands.ts'
import type { Tag } from '../../../shared/tags.ts'

/** The parts of the command table as people read them, in the order of the help. */
export const commandGroups: readonly (readonly [CommandMenu | 'tags', string])[] = [
  ['tags', 'Tags'],
  ['mark', 'Annotations'],
  ['go', 'Move and select'],
  ['edit', 'Undo, find and edit'],
  ['file', 'Story'],
  ['view', 'View'],
  ['help', 'Help'],
]

/** A command as it is listed: under a heading, by a name. */
export interface NamedCommand {
  readonly id: CommandId
  readonly group: CommandMenu | 'tags'
  readonly label: string
}

const setsTag = /^tag-(\d)$/
const armsTag = /^arm-(\d)$/

/** All commands by name, tags by theirs: the table knows them by digit only. Digits without a tag are left out. */
export function namedCommands(tags: readonly Tag[]): readonly NamedCommand[] {
  return commandTable.flatMap((command): readonly NamedCommand[] => {
    const label = labelOf(command, tags)
    return label === null ? [] : [{ id: command.id, group: groupOf(command), label }]
  })
}

/** Does it arm a tag? There is one of these for each digit; the help explains them in one row. */
export function isArming(command: CommandId): boolean {
  return armsTag.test(command)
}

function labelOf({ id, label }: CommandEntry, tags: readonly Tag[]): string | null {
  const sets = setsTag.exec(id)?.[1]
  const arms = armsTag.exec(id)?.[1]
  const digit = sets ?? arms
  if (digit === undefined) return label
  const tag = tags.find(({ key }) => key === digit)
  if (tag === undefined) return null
  return sets === undefined ? `Arm ${tag.label}: tag each selection at once` : `Tag as ${tag.label}`
}

function groupOf({ id, menu }: CommandEntry): CommandMenu | 'tags' {
  if (setsTag.test(id) || menu === null) return 'tags'
  return menu
}

/** The heading that a command stands under. */
export function groupTitle(group: NamedCommand['group']): string {
  return commandGroups.find(([name]) => name === group)?.[1] ?? ''
}
