import type { OpenedStory } from '../../shared/desk/contract.ts'
import { builtInTags, type TagScheme } from '../../shared/tags.ts'
import type { StoryId } from '../../shared/units.ts'
import { sha256 } from './annotation.ts'
import { story } from './story.ts'

export const builtInScheme: TagScheme = { tags: builtInTags, source: 'built-in', problem: null }

/** What the desk answers when a story is opened: a short one, without annotations, unless told otherwise. */
export function anOpenedStory(overrides: Partial<OpenedStory> = {}): OpenedStory {
  return {
    id: 'a' as StoryId,
    story: story('The mayor resigned').story,
    encoding: 'UTF-8',
    lineEnds: 'LF',
    textSha256: sha256(1),
    fileSha256: sha256(2),
    editing: { can: true, fixed: [] },
    layers: [],
    annotations: [],
    unreadable: [],
    save: { kind: 'saved', at: null },
    sameName: [],
    scheme: builtInScheme,
    strays: [],
    ...overrides,
  }
}
