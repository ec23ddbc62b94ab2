import type { CommandId } from '../../../shared/desk/commands.ts'
import type { StoryEntry } from '../../../shared/desk/contract.ts'
import type { Tag } from '../../../shared/tags.ts'
import type { StoryId } from '../../../shared/units.ts'
import type { Keyboard } from '../use-keyboard.ts'
import { groupTitle, namedCommands } from './command-words.ts'
import type { Rankable } from './rank-choices.ts'

/** One row of the palette. */
export interface PaletteChoice extends Rankable {
  readonly group: string
  readonly keys: readonly string[]
  /** It can be done now. */
  readonly possible: boolean
  readonly does:
    | { readonly kind: 'run'; readonly command: CommandId }
    | { readonly kind: 'open'; readonly story: StoryId }
}

interface Around {
  readonly tags: readonly Tag[]
  readonly stories: readonly StoryEntry[]
  readonly keyboard: Pick<Keyboard, 'labels'>
  can(command: CommandId): boolean
}

/** Every command by name, then every story that can be opened. The palette itself is no choice. */
export function paletteChoices({ tags, stories, keyboard, can }: Around): readonly PaletteChoice[] {
  const commands = namedCommands(tags)
    .filter(({ id }) => id !== 'palette')
    .map(({ id, group, label }): PaletteChoice => {
      const keys = keyboard.labels(id)
      const title = groupTitle(group)
      const also = `${title} ${keys.join(' ')}`
      return { id, label, also, group: title, keys, possible: can(id), does: { kind: 'run', command: id } }
    })
  const openings = stories.map(
    ({ story, headline, name }): PaletteChoice => ({
      id: `open ${story}`,
      label: `Open: ${headline === '' ? name : headline}`,
      also: name,
      group: headline === '' ? 'Stories' : name,
      keys: [],
      possible: true,
      does: { kind: 'open', story },
    }),
  )
  return [...commands, ...openings]
}
