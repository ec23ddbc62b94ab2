import type { Tag } from '../../../shared/tags.ts'
import type { Keyboard } from '../use-keyboard.ts'
import { groupTitle, isArming, type NamedCommand, namedCommands } from './command-words.ts'
import type { Rankable } from './rank-choices.ts'

/** One line of the help. */
export interface HelpRow extends Rankable {
  readonly group: NamedCommand['group']
  /** As they are printed on the keyboard; empty: none. */
  readonly keys: readonly string[]
}

/** All commands with this person's keys; what arms tags in one row, and what Escape does, which is no command. */
export function helpRows(tags: readonly Tag[], keyboard: Pick<Keyboard, 'labels'>): readonly HelpRow[] {
  const named = namedCommands(tags)
  const row = (
    id: string,
    group: NamedCommand['group'],
    label: string,
    keys: readonly string[],
  ): HelpRow => ({
    id,
    group,
    label,
    keys,
    also: `${groupTitle(group)} ${keys.join(' ')}`,
  })
  const arming = named.filter(({ id }) => isArming(id)).flatMap(({ id }) => keyboard.labels(id).slice(0, 1))
  const [first] = arming
  const last = arming.at(-1)
  const rows = named
    .filter(({ id }) => !isArming(id))
    .map(({ id, group, label }) => row(id, group, label, keyboard.labels(id)))
  if (first === undefined || last === undefined) return [...rows, row('escape', 'go', ESCAPE, ['Esc'])]
  return [
    ...rows,
    row('arm', 'tags', 'Arm a tag: each selection is tagged at once', [
      first === last ? first : `${first} … ${last}`,
    ]),
    row('escape', 'go', ESCAPE, ['Esc']),
  ]
}

const ESCAPE = 'Take back: what waits for a key, the armed tag, the selection'
