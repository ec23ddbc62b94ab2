import { createActions, initialState } from '../../renderer/state/actions.ts'
import { createRunner } from '../../renderer/state/runner.ts'
import { createStore } from '../../renderer/state/store.ts'
import type { Beginning, OpenedStory, StoryEntry } from '../../shared/desk/contract.ts'
import { defaultSettings } from '../../shared/desk/settings.ts'
import { ok } from '../../shared/result.ts'
import type { StoryId } from '../../shared/units.ts'
import { countingIds, jane, noon } from './annotation.ts'
import { HandDesk } from './hand-desk.ts'
import { anOpenedStory } from './opened-story.ts'

/** What the desk says when the window begins. */
export const beginning: Beginning = {
  person: jane,
  suggestedName: 'Jane',
  settings: { ...defaultSettings, theme: 'dark' },
  host: 'browser',
  platform: 'linux',
  formats: ['html'],
  opening: null,
  problem: null,
}
/** A story that the desk opened, by its id. */
export const opened = (id: string, overrides: Partial<OpenedStory> = {}): OpenedStory =>
  anOpenedStory({ id: id as StoryId, ...overrides })
/** A story of the list. */
export const entry: StoryEntry = {
  story: 'a' as StoryId,
  name: 'tunnel.txt',
  folder: 'desk',
  group: 'folder',
  headline: '',
}

/** The window’s actions over a desk that answers as told. */
export function openWindow(answers: ConstructorParameters<typeof HandDesk>[0] = {}) {
  const hand = new HandDesk({
    begin: () => ok(beginning),
    listStories: () => ok([entry]),
    closeStory: () => ok(null),
    cancelOpening: () => ok(null),
    openStory: ({ story: id }) => ok(opened(id)),
    flushed: () => ok(null),
    ...answers,
  })
  const store = createStore(initialState)
  const actions = createActions({
    connection: {
      desk: hand.desk,
      on: hand.on,
      openDropped: () => hand.desk.openStory({ story: 'dropped' as StoryId }),
    },
    store,
    now: () => noon,
    newId: countingIds(),
    leaveField: () => {},
    mayLose: () => false,
  })
  let regions = 0
  const runner = createRunner({ actions, store, nextRegion: () => void regions++ })
  return { hand, store, actions, runner, regions: () => regions }
}
