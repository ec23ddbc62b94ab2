import type { Layer } from '../../shared/annotation/annotation.ts'
import type { OpenedStory, Person } from '../../shared/desk/contract.ts'
import type { TextOffset } from '../../shared/units.ts'
import type { DeskState, OpenState } from './model.ts'

/** What the screen shows before the desk answered. */
export const initialState: DeskState = {
  beginning: null,
  person: null,
  settings: { theme: 'system', singleKeys: true },
  stories: [],
  opening: null,
  open: null,
  failure: null,
  dialog: null,
  panel: 'margin',
  listFilter: 'all',
  announcement: { text: '' },
}

/** A story that was just opened, its editor not yet on the screen. */
export function openState(opened: OpenedStory, person: Person | null): OpenState {
  return {
    opened,
    layers: withOwn(opened.layers, person),
    hidden: new Set(),
    unreadable: opened.unreadable,
    save: opened.save,
    problem: null,
    textSave: { kind: 'same' },
    following: false,
    editor: {
      annotations: opened.annotations,
      active: null,
      selection: null,
      caret: 0 as TextOffset,
      undo: null,
      redo: null,
      retagging: false,
      mode: 'annotate',
      placing: null,
      story: opened.story,
    },
  }
}

/** The layers with this person's own, which has no file before the first mark. */
export function withOwn(layers: readonly Layer[], person: Person | null): readonly Layer[] {
  if (person === null || layers.some((layer) => layer.mine)) return layers
  const own = { annotator: person.id, name: person.name, mine: true, files: [] }
  return [{ ...own, count: 0, orphans: 0, changed: 0 }, ...layers]
}
