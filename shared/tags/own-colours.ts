import type { TagColours } from '../desk/contract-settings.ts'
import type { Tag } from '../tags.ts'

type OwnColours = Readonly<Record<string, TagColours>>

/**
 * The tags with a person's own colours laid over those of the scheme.
 * @param colours by tag id; ids that no tag has are left alone
 * @returns the same array where nothing differs, so that nothing is drawn again
 */
export function withOwnColours(tags: readonly Tag[], colours: OwnColours): readonly Tag[] {
  const coloured = tags.map((tag) => {
    const own = Object.hasOwn(colours, tag.id) ? colours[tag.id] : undefined
    if (own === undefined || (own.light === tag.light && own.dark === tag.dark)) return tag
    return { ...tag, light: own.light, dark: own.dark }
  })
  return coloured.some((tag, index) => tag !== tags[index]) ? coloured : tags
}

/** `withOwnColours` that gives the same array as before for the same two values, wherever it is asked. */
export function rememberOwnColours(): typeof withOwnColours {
  let last: { tags: readonly Tag[]; colours: OwnColours; made: readonly Tag[] } | null = null
  return (tags, colours) => {
    if (last?.tags !== tags || last.colours !== colours) {
      last = { tags, colours, made: withOwnColours(tags, colours) }
    }
    return last.made
  }
}
