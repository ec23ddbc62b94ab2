import type { Layer } from '../../shared/annotation/annotation.ts'
import { noFilter } from '../../shared/annotation/filter.ts'
import type { OpenedStory, Person } from '../../shared/desk/contract.ts'
import { defaultSettings } from '../../shared/desk/settings.ts'
import type { AnnotatorId, TextOffset } from '../../shared/units.ts'
import type { DeskState, OpenState } from './model.ts'

/** What the screen shows before the desk answered. */
export const initialState: DeskState = {
  beginning: null,
  person: null,
  settings: defaultSettings,
  stories: [],
  opening: null,
  open: null,
  failure: null,
  dialog: null,
  exporting: null,
  panel: 'margin',
  filter: noFilter,
  listOrder: 'place',
  finding: false,
  announcement: { text: '' },
}

/** A story that was just opened, its editor not yet on the screen. */
export function openState(opened: OpenedStory, person: Person | null): OpenState {
  return {
    opened,
    layers: withOwn(opened.layers, person),
    hidden: new Set(),
    marksHidden: false,
    scheme: opened.scheme,
    unreadable: opened.unreadable,
    save: opened.save,
    problem: null,
    textSave: { kind: 'same' },
    following: false,
    reading: opened.reading ? 'now' : 'no',
    editor: {
      annotations: opened.annotations,
      contents: opened.annotations,
      active: null,
      selection: null,
      caret: 0 as TextOffset,
      undo: null,
      redo: null,
      retagging: false,
      armed: null,
      lastTag: null,
      border: null,
      jump: null,
      find: null,
      mode: 'annotate',
      placing: null,
      story: opened.story,
    },
  }
}

/**
 * The same story opened once more, as after annotations were taken over or an id was adopted: what was out of sight
 * stays so. A layer that turned out to be the person's own comes back; one works in it.
 */
export function openedAgain(before: OpenState, opened: OpenedStory, person: Person | null): OpenState {
  const fresh = openState(opened, person)
  const isOwn = (layers: readonly Layer[], id: AnnotatorId) =>
    layers.some(({ annotator, mine }) => mine && annotator === id)
  const hidden = [...before.hidden].filter((id) => isOwn(before.layers, id) || !isOwn(fresh.layers, id))
  return { ...fresh, hidden: new Set(hidden), marksHidden: before.marksHidden }
}

/** The layers with this person's own, which has no file before the first mark. */
export function withOwn(layers: readonly Layer[], person: Person | null): readonly Layer[] {
  if (person === null || layers.some((layer) => layer.mine)) return layers
  const own = { annotator: person.id, name: person.name, mine: true, files: [] }
  return [{ ...own, count: 0, orphans: 0, changed: 0 }, ...layers]
}
