import path from 'node:path'
import type { DeskApi, Input, OpenedStory } from '../../shared/desk/contract.ts'
import { personName } from '../../shared/desk/person-name.ts'
import { exportFormats } from '../../shared/exchange/formats.ts'
import type { Failure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { builtInTags } from '../../shared/tags.ts'
import type { StoryId } from '../../shared/units.ts'
import { saveFailure } from '../storage/io-error.ts'
import { createSchemeFile } from '../storage/scheme-file.ts'
import { setAside } from '../storage/set-aside.ts'
import type { DeskParts } from './desk.ts'
import { exportSession } from './exports.ts'
import type { Emit } from './host.ts'
import { Imports } from './imports/imports.ts'
import type { Session } from './session.ts'
import { storyImage } from './story-image.ts'
import { unreadablePath } from './unreadable.ts'
import type { Shown } from './window.ts'

/** What one window may do; see the contract for each method. */
export function clientApi(
  parts: DeskParts,
  emit: Emit,
  { open, touched, folderExport }: Shown,
  onFlushed: (token: string, left: boolean) => void,
): DeskApi {
  const { deps, registry, sessions, stories, persona, settings } = parts

  const imports = new Imports(parts)
  /** Openings that are under way. */
  const openings = new Set<AbortController>()

  async function openStory(
    id: StoryId,
    { soon = false, wholePage }: Pick<Input<'openStory'>, 'soon' | 'wholePage'> = {},
  ): Promise<Result<OpenedStory, Failure>> {
    const cancelling = new AbortController()
    const { signal } = cancelling
    openings.add(cancelling)
    const whole = wholePage === undefined ? {} : { wholePage }
    const found = await sessions
      .open(id, await persona.writer(), emit, { soon, signal, ...whole })
      .finally(() => openings.delete(cancelling))
    if (!found.ok) return found
    const session = found.value
    const before = open.get(id)
    if (signal.aborted && before !== session) {
      session.detach(emit)
      await sessions.release(session)
      return err({ kind: 'reading-cancelled', file: session.text.file.name })
    }
    open.set(id, session)
    touched.add(session)
    if (before !== undefined && before !== session) {
      before.detach(emit)
      await sessions.release(before)
    }
    stories.showFolderOf(session.path)
    stories.learn(session.text.read)
    // What a command works on was not opened by anybody.
    if (deps.host.kind !== 'direct') await parts.recent.add(session.path)
    deps.host.storyOpened(session.path)
    return ok(session.opened(await persona.sameName(session), soon))
  }

  async function openFile(file: string): Promise<Result<OpenedStory, Failure>> {
    const admitted = await registry.admit(file)
    return admitted.ok ? openStory(admitted.value) : admitted
  }

  /** Runs on a story that this window has open, when its annotations are read. */
  async function onOpen<T>(
    id: StoryId,
    act: (session: Session) => Promise<Result<T, Failure>>,
  ): Promise<Result<T, Failure>> {
    const session = open.get(id)
    if (session === undefined) return err({ kind: 'unknown-story' })
    await session.read()
    return act(session)
  }

  const reopened = async (session: Session) => ok(session.opened(await persona.sameName(session)))

  return {
    async begin() {
      return ok({
        person: await persona.person(),
        suggestedName: deps.systemName(),
        settings: await settings.read(),
        host: deps.host.kind,
        platform: deps.platform,
        formats: exportFormats,
        ...(await parts.given()),
      })
    },

    async nameAnnotator({ name }) {
      const wanted = personName(name)
      if (!wanted.ok) return wanted
      const person = await persona.name(wanted.value)
      await parts.becomeEverywhere()
      return ok(person)
    },

    async changeSettings(change) {
      const changed = await settings.change(change)
      if (change.tags !== undefined) await parts.lookAtTags()
      return ok(changed)
    },

    shareTags: ({ story }) =>
      onOpen(story, async (session) => {
        const own = (await settings.read()).tags ?? builtInTags
        const made = await createSchemeFile(path.dirname(session.path), own)
        if (!made.ok) return made
        await parts.lookAtTags()
        return ok(await session.tags.look())
      }),

    listStories: async () => ok(await stories.list()),

    async chooseStory() {
      const file = await deps.host.chooseStory()
      if (file === null) return ok(null)
      const admitted = await registry.admit(file)
      if (!admitted.ok) return admitted
      const entry = await stories.entry(file, 'folder')
      return entry === null ? err({ kind: 'not-found', file: path.basename(file) }) : ok(entry)
    },

    openStory: ({ story, ...wishes }) => openStory(story, wishes),

    async cancelOpening() {
      for (const opening of openings) opening.abort()
      return ok(null)
    },

    showWholePage: ({ story, whole }) =>
      onOpen(story, async (session) => {
        if (session.text.story.format !== 'html') {
          return err({ kind: 'bad-request', detail: 'only a web page can be shown whole' })
        }
        const shown = await session.showWholePage(whole)
        if (shown.ok) await parts.pageChoices.remember(session.path, whole)
        return shown
      }),

    readMarks: ({ story, from }) =>
      onOpen(story, async (session) => ok(session.marks(from, await persona.sameName(session), emit))),

    async openSample() {
      const sample = await parts.sample()
      return sample.ok ? openFile(sample.value) : sample
    },

    openDropped: ({ path: file }) => openFile(file),

    async matchDropped(wanted) {
      const entry = await stories.match(wanted)
      return entry === null ? err({ kind: 'not-listed', file: wanted.name }) : ok(entry)
    },

    changeAnnotations: ({ story, ...wanted }) => onOpen(story, (session) => session.change(wanted, emit)),
    settlePlaces: ({ story }) => onOpen(story, (session) => session.settle(emit)),
    saveText: (input) => onOpen(input.story, (session) => session.saveText(input, emit)),
    keepBoth: (input) => onOpen(input.story, (session) => session.keepBoth(input, emit)),

    adopt: ({ story, files }) =>
      onOpen(story, async (session) => {
        const adopted = await session.adopt(files)
        return adopted.ok ? reopened(session) : adopted
      }),

    retrySave: ({ story }) => onOpen(story, async (session) => ok(await session.status.save())),

    setAside: ({ story, file }) =>
      onOpen(story, async (session) => {
        const unreadable = unreadablePath(session, file)
        if (unreadable === null) {
          return err({ kind: 'bad-request', detail: 'only a file that could not be read is set aside' })
        }
        try {
          await setAside(path.dirname(unreadable), file, deps.now())
        } catch (error) {
          return err(saveFailure(error, file))
        }
        await session.look()
        if (session.status.isWaiting) await session.status.save()
        return reopened(session)
      }),

    answerIdentity: ({ story, annotator, same }) =>
      onOpen(story, async (session) => {
        const asked = await persona.sameName(session)
        if (!asked.some((person) => person.id === annotator))
          return err({ kind: 'unknown-layer', layer: annotator, known: [] })
        const me = await persona.person()
        const lost = same && me !== null ? await parts.privateNotes.adopt(me.id, annotator) : null
        if (lost !== null) return err(lost)
        await persona.answer(annotator, same)
        await parts.becomeEverywhere()
        return reopened(session)
      }),

    storyImage: ({ story, source }) => onOpen(story, (session) => storyImage(session.text.read, source)),

    async closeStory({ story }) {
      const session = open.get(story)
      if (session === undefined) return ok(null)
      open.delete(story)
      session.detach(emit)
      await sessions.release(session)
      // What is saved is nobody's care any more: a run over hundreds of stories must not keep them all.
      if (!session.status.isUnsaved && !session.status.isWaiting) touched.delete(session)
      return ok(null)
    },

    exportStory: ({ story, ...wanted }: Input<'exportStory'>) =>
      onOpen(story, (session) => exportSession(session, wanted, deps)),

    exportFolder: ({ story, ...wanted }) =>
      onOpen(story, (session) => folderExport.run(path.dirname(session.path), wanted)),

    async cancelExport() {
      folderExport.cancel()
      return ok(null)
    },
    readImport({ story, file, format }) {
      const signal = imports.begin()
      return onOpen(story, (session) => imports.read(session, file, format ?? null, signal))
    },

    async cancelImport() {
      imports.cancel()
      return ok(null)
    },

    importMarks: ({ story, ...wanted }) => onOpen(story, (session) => imports.take(session, wanted)),

    async flushed({ token, left = false }) {
      onFlushed(token, left)
      return ok(null)
    },
  }
}
