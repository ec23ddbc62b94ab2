import { type CommandId, findCommand } from '../../shared/desk/commands.ts'
import { defaultSettings, zoomStep } from '../../shared/desk/settings.ts'
import { isEditorCommand, type WindowCommandId } from '../editor/commands/index.ts'
import type { Actions } from './actions.ts'
import type { DeskState } from './model.ts'
import { isWholePage } from './selectors.ts'
import type { Store } from './store.ts'

/** Runs commands of the table, wherever they come from: keys, menu, buttons, native menu. */
export interface Runner {
  /** False: it could not be done now. */
  run(command: CommandId): boolean
  /** Could it be done now? Nothing changes. */
  can(command: CommandId): boolean
}

export interface RunnerDeps {
  readonly actions: Actions
  readonly store: Store<DeskState>
  /** `F6`: moves the focus to the next part of the window. */
  nextRegion(): void
}

export function createRunner({ actions, store, nextRegion }: RunnerDeps): Runner {
  const inWindow: Readonly<Record<WindowCommandId, () => void>> = {
    open: actions.choose,
    save: actions.saveNow,
    export: () => actions.showDialog('export'),
    'export-folder': () => actions.showDialog('export-folder'),
    import: () => actions.showDialog('import'),
    close: actions.close,
    settings: () => actions.showDialog('settings'),
    help: () => actions.showDialog('help'),
    'next-region': nextRegion,
    find: () => actions.showFind(true),
    'find-next': () => step(1),
    'find-previous': () => step(-1),
    filter: actions.askFilter,
    'hide-marks': () => actions.hideMarks(!store.get().open?.marksHidden),
    'whole-page': () => void actions.showWholePage(!isWholePage(store.get())),
    'larger-text': () => zoom(1),
    'smaller-text': () => zoom(-1),
    'usual-text': () => void actions.changeSettings({ zoom: defaultSettings.zoom }),
    'panel-margin': () => actions.showPanel('margin'),
    'panel-list': () => actions.showPanel('list'),
    'panel-numbers': () => actions.showPanel('numbers'),
    palette: () => actions.showDialog('palette'),
  }
  /** The next or previous hit; where nothing is looked for yet, the bar to say what. */
  function step(by: 1 | -1): void {
    if (store.get().open?.editor.find) actions.editor()?.findStep(by)
    else actions.showFind(true)
  }
  function zoom(by: 1 | -1): void {
    const next = zoomStep(store.get().settings.zoom, by)
    void actions.changeSettings({ zoom: next })
    actions.announce(`Story text ${next} %`)
  }

  const runner: Runner = {
    run(command) {
      if (isEditorCommand(command)) return actions.editor()?.run(command) ?? false
      if (!runner.can(command)) return false
      inWindow[command]()
      return true
    },
    can(command) {
      if (isEditorCommand(command)) return actions.editor()?.can(command) ?? false
      const { person, open } = store.get()
      if (command === 'whole-page' && open?.opened.story.format !== 'html') return false
      return person !== null && (open !== null || !findCommand(command).story)
    },
  }
  actions.onCommand(runner.run)
  return runner
}
