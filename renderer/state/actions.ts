import type { CommandId } from '../../shared/desk/commands.ts'
import type { Input } from '../../shared/desk/contract.ts'
import type { ImportOutcome, ImportPreview } from '../../shared/desk/contract-import.ts'
import type { Settings } from '../../shared/desk/contract-settings.ts'
import type { Failure } from '../../shared/failure.ts'
import type { AnnotationId, AnnotatorId, IsoTime, StoryId } from '../../shared/units.ts'
import type { EditorHandle } from '../editor/handle.ts'
import type { Connection } from './connection.ts'
import { createExportActions, type ExportActions } from './export-actions.ts'
import { listenToDesk } from './listen.ts'
import type { DeskState } from './model.ts'
import { createOpening } from './opening.ts'
import { askToLose, leaveField } from './page.ts'
import { pickedFile } from './picked-file.ts'
import { createSignal } from './signal.ts'
import type { Store } from './store.ts'
import { createViewActions, type ViewActions } from './view-actions.ts'

export { initialState } from './initial.ts'

/** What a person decided about an import. */
export type ImportWanted = Omit<Input<'importMarks'>, 'story'>

/** Everything a person can do that is not a command of the editor. Outcomes are written into the store. */
export interface Actions extends ViewActions, ExportActions {
  /** First call of the window; opens what the command line named. */
  begin(): Promise<void>
  /** True: the name was accepted. */
  name(name: string): Promise<boolean>
  /** Fills `stories`. */
  list(): Promise<void>
  /** Native dialog; where the host has none, the list of stories. */
  choose(): Promise<void>
  open(story: StoryId): Promise<void>
  openSample(): Promise<void>
  drop(file: File): Promise<void>
  /** Gives up what is being opened. */
  cancelOpening(): void
  /** Of a web page everything, or only the article found in it. */
  showWholePage(whole: boolean): Promise<void>
  /** Hands everything over, then closes the story. */
  close(): Promise<void>
  /**
   * Reads annotations of another program. null: cancelled, or it failed.
   * @param files picked in the page, a brat `.ann` with its `.txt`; empty: the host asks for the file
   */
  readImport(files: readonly File[]): Promise<ImportPreview | null>
  /** Gives up what is being read. */
  cancelImport(): void
  /** Takes in what was read; null: it failed. */
  importMarks(wanted: ImportWanted): Promise<ImportOutcome | null>
  changeSettings(change: Partial<Settings>): Promise<void>
  /** This person's tags become those of the story's folder, for everybody who works there. True: they are. */
  shareTags(): Promise<boolean>
  /** Hands over everything and waits until the desk answered. */
  saveNow(): Promise<void>
  /** "Try again" beside Not saved. */
  retry(): Promise<void>
  setAside(file: string): Promise<void>
  /** Writes the text that could not be written. */
  retryText(): Promise<void>
  /** Reads the annotations that could not be read. */
  readAgain(): void
  /** Two texts: one goes on, the other is kept beside the story under a name of its own. */
  keepBoth(goOn: 'mine' | 'disk'): Promise<void>
  /** Takes over annotations that lay in the folder without their story. */
  adopt(files: readonly string[]): Promise<void>
  /** Not now: they are offered again at the next opening. */
  dismissStrays(): void
  /** Answer to "Is this you?". */
  identity(annotator: AnnotatorId, same: boolean): Promise<void>
  /** Puts away the last failure. */
  dismiss(): void
  /** Says something through the polite live region. */
  announce(text: string): void
  /** Puts the editor of the open story into `host`, wired to store and saving. Returns how to take it out. */
  mountEditor(host: HTMLElement): () => void
  /** null: no story is on the screen. */
  editor(): EditorHandle | null
  /** `N` was pressed: the note field of this annotation's card wants the focus. */
  onNote(listener: (id: AnnotationId) => void): () => void
  /** `Enter` was pressed: the card wants the focus. */
  onCard(listener: (id: AnnotationId) => void): () => void
  /** A native menu asked for a command. */
  onCommand(listener: (command: CommandId) => unknown): () => void
  /** Stops listening to the desk. */
  destroy(): void
}

export interface ActionDeps {
  readonly connection: Connection
  readonly store: Store<DeskState>
  now(): IsoTime
  /** A fresh `urn:uuid:…`. */
  newId(): string
  /** Makes the field that is typed into hand over its content. Usual: it loses the focus. */
  readonly leaveField?: () => void
  /** Asks whether changes that are only in this window may be lost. Usual: a question of the browser. */
  readonly mayLose?: () => boolean
}

export function createActions(deps: ActionDeps): Actions {
  const { store, connection, mayLose = askToLose } = deps
  const handOverField = deps.leaveField ?? leaveField
  const { desk } = connection
  const notes = createSignal<AnnotationId>()
  const cards = createSignal<AnnotationId>()
  const commands = createSignal<CommandId>()

  const patch = (change: Partial<DeskState>) => store.update((state) => ({ ...state, ...change }))
  const fail = (failure: Failure) => patch({ failure })
  const announce = (text: string) => patch({ announcement: { text } })
  const opening = createOpening({
    ...deps,
    mayLose,
    desk,
    fail,
    announce,
    onNote: notes.emit,
    onCard: cards.emit,
  })
  const openId = () => opening.session()?.opened.id ?? null

  async function flush(): Promise<boolean> {
    handOverField()
    return (await opening.session()?.flush()) ?? true
  }

  const actions: Actions = {
    async begin() {
      const reply = await desk.begin({})
      if (!reply.ok) return fail(reply.error)
      const { person, settings, problem, opening: given } = reply.value
      patch({ beginning: reply.value, person, settings, failure: problem })
      if (person !== null && given !== null) await actions.open(given)
      await actions.list()
    },
    async name(name) {
      const reply = await desk.nameAnnotator({ name })
      if (!reply.ok) {
        fail(reply.error)
        return false
      }
      const first = store.get().person === null
      patch({ person: reply.value })
      const given = store.get().beginning?.opening ?? null
      if (first && given !== null) await actions.open(given)
      return true
    },
    async list() {
      const reply = await desk.listStories({})
      if (reply.ok) patch({ stories: reply.value })
      else fail(reply.error)
    },
    async choose() {
      const reply = await desk.chooseStory({})
      if (!reply.ok) return fail(reply.error)
      if (reply.value !== null) return actions.open(reply.value.story)
      if (store.get().beginning?.host === 'electron') return
      await actions.list()
      patch({ dialog: 'stories' })
    },
    async open(story) {
      const name = store.get().stories.find((entry) => entry.story === story)?.name ?? 'the story'
      await show(name, () => desk.openStory({ story, soon: true }))
    },
    openSample: () => show('the sample story', () => desk.openSample({})),
    drop: (file) => show(file.name, () => connection.openDropped(file)),
    cancelOpening() {
      opening.cancel()
      announce('Opening cancelled')
    },
    async showWholePage(whole) {
      const story = openId()
      if (story === null) return
      const reply = await desk.showWholePage({ story, whole })
      if (!reply.ok) fail(reply.error)
      else announce(whole ? 'The whole page is shown' : 'The article alone is shown')
    },
    async close() {
      handOverField()
      await opening.close()
    },
    async readImport(files) {
      const story = openId()
      if (story === null) return null
      const picked = files.length === 0 ? null : await pickedFile(files)
      if (picked?.ok === false) {
        fail(picked.error)
        return null
      }
      const reply = await desk.readImport({ story, ...(picked === null ? {} : { file: picked.value }) })
      if (reply.ok) return reply.value
      fail(reply.error)
      return null
    },
    cancelImport: () => void desk.cancelImport({}),
    async importMarks(wanted) {
      const story = openId()
      if (story === null) return null
      // A dry run is asked for while somebody types: nothing is handed over for that.
      if (wanted.dry !== true) await flush()
      const reply = await desk.importMarks({ story, ...wanted })
      if (reply.ok) return reply.value
      fail(reply.error)
      return null
    },
    async changeSettings(change) {
      // Shown at once: a slider that waits for a disk feels broken. What the desk answers counts.
      const before = store.get().settings
      patch({ settings: { ...before, ...change } })
      opening.session()?.settingsChanged()
      const reply = await desk.changeSettings(change)
      if (reply.ok) patch({ settings: reply.value })
      else {
        patch({ settings: before })
        fail(reply.error)
      }
      opening.session()?.settingsChanged()
    },
    async shareTags() {
      const session = opening.session()
      if (session === null) return false
      const reply = await desk.shareTags({ story: session.opened.id })
      if (reply.ok) session.tagsChanged(reply.value)
      else fail(reply.error)
      return reply.ok
    },
    async saveNow() {
      if (!(await flush())) return
      const { open } = store.get()
      if (open !== null && open.save.kind !== 'saved') await actions.retry()
      else if (open !== null) announce('Saved')
    },
    async retry() {
      const session = opening.session()
      if (session === null || !(await flush())) return
      const reply = await desk.retrySave({ story: session.opened.id })
      if (reply.ok) session.saveChanged(reply.value)
      else fail(reply.error)
    },
    async setAside(file) {
      const story = openId()
      if (story !== null) await show(file, () => desk.setAside({ story, file }))
    },
    async retryText() {
      await opening.session()?.retryText()
    },
    readAgain: () => opening.session()?.readAgain(),
    async keepBoth(goOn) {
      await opening.session()?.keepBoth(goOn)
    },
    async adopt(files) {
      const story = openId()
      if (story !== null) await show('the story', () => desk.adopt({ story, files }))
    },
    dismissStrays() {
      const { open } = store.get()
      if (open !== null) patch({ open: { ...open, opened: { ...open.opened, strays: [] } } })
    },
    async identity(annotator, same) {
      const story = openId()
      if (story === null) return
      await show('the story', async () => {
        const reply = await desk.answerIdentity({ story, annotator, same })
        // The adopted id is the person's from now on.
        const again = reply.ok && same ? await desk.begin({}) : null
        if (again?.ok) patch({ person: again.value.person })
        return reply
      })
    },
    dismiss: () => patch({ failure: null }),
    ...createViewActions({ store, session: opening.session }),
    ...createExportActions({ desk, story: openId, flush, fail, announce, patch }),
    announce,
    mountEditor: (host) => opening.session()?.mount(host) ?? (() => {}),
    editor: () => opening.session()?.editor() ?? null,
    onNote: notes.on,
    onCard: cards.on,
    onCommand: commands.on,
    destroy: listenToDesk({
      connection,
      session: opening.session,
      problem: (problem) =>
        store.update((state) => (state.open && { ...state, open: { ...state.open, problem } }) || state),
      open: (story) => void actions.open(story),
      command: commands.emit,
      exporting: (exporting) => patch({ exporting }),
      flush,
    }),
  }

  async function show(name: string, ask: Parameters<typeof opening.open>[1]): Promise<void> {
    handOverField()
    if (await opening.open(name, ask)) await actions.list()
  }
  return actions
}
