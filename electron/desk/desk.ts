import { constants } from 'node:fs'
import fsp from 'node:fs/promises'
import path from 'node:path'
import type { Beginning } from '../../shared/desk/contract.ts'
import type { Failure, StoryFailure } from '../../shared/failure.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { StoryId } from '../../shared/units.ts'
import { ReadingThread } from '../exchange/reading/reading-thread.ts'
import { makePrivate } from '../storage/data-folder.ts'
import { deviceId, machineFingerprint } from '../storage/device-id.ts'
import { codeOf } from '../storage/io-error.ts'
import { PageChoicesFile } from '../storage/page-choices.ts'
import { PeopleFile } from '../storage/people.ts'
import { PrivateNotes } from '../storage/private-notes.ts'
import { RecentFile } from '../storage/recent.ts'
import { SettingsFile } from '../storage/settings.ts'
import { sweepTemps } from '../storage/sweep-temps.ts'
import type { Desk, DeskDeps } from './host.ts'
import { Persona } from './persona.ts'
import { Registry } from './registry.ts'
import { Sessions } from './sessions.ts'
import { Stories } from './stories.ts'
import { StoryReader } from './story-reader.ts'
import { connectWindow } from './window.ts'

/** What the windows of one desk share. */
export interface DeskParts {
  readonly deps: DeskDeps
  /** Reads the files of other programs. */
  readonly thread: ReadingThread
  readonly registry: Registry
  readonly sessions: Sessions
  readonly stories: Stories
  readonly recent: RecentFile
  readonly settings: SettingsFile
  readonly pageChoices: PageChoicesFile
  readonly persona: Persona
  readonly privateNotes: PrivateNotes
  /** What the first given story came to. */
  given(): Promise<Pick<Beginning, 'opening' | 'problem'>>
  /** Path of the sample story, copied at first use to where annotations can be written beside it. */
  sample(): Promise<Result<string, Failure>>
  /** The person changed: every open story takes the new one's changes. */
  becomeEverywhere(): Promise<void>
  /** The tags changed, of the person or of a folder: every open story looks which it has. */
  lookAtTags(): Promise<void>
}

/** Makes the desk: everything that Galley does for its windows, without any window. */
export async function createDesk(deps: DeskDeps): Promise<Desk> {
  const { dataFolder, localFolder, newId, log } = deps
  await makePrivate(dataFolder).catch(log)
  await Promise.all(
    ['', 'locks', 'texts', 'private'].map((folder) => sweepTemps(path.join(dataFolder, folder), Date.now())),
  )
  const people = new PeopleFile(dataFolder, newId, log)
  const device = await deviceId(localFolder, machineFingerprint(), newId, log)
  const registry = new Registry()
  const settings = new SettingsFile(dataFolder, log)
  const thread = new ReadingThread(deps.readerProgram, log)
  const reader = new StoryReader(thread)
  const pageChoices = new PageChoicesFile(dataFolder, log)
  const privateNotes = new PrivateNotes({ dataFolder, log })
  const ownTags = async () => (await settings.read()).tags
  const sessions = new Sessions(deps, { registry, reader, pageChoices, ownTags, privateNotes })
  const recent = new RecentFile(dataFolder, log)
  const stories = new Stories(registry, recent)
  const persona = new Persona(people, device, deps.person)

  const admit = async (file: string): Promise<Result<StoryId, StoryFailure>> => {
    const admitted = await registry.admit(file)
    const real = admitted.ok ? registry.pathOf(admitted.value) : undefined
    if (real !== undefined) stories.showFolderOf(real)
    return admitted
  }
  const given = await Promise.all(deps.given.map(admit))

  const parts: DeskParts = {
    deps,
    thread,
    registry,
    sessions,
    stories,
    recent,
    settings,
    pageChoices,
    persona,
    privateNotes,
    async given() {
      const opening = given.find((one) => one.ok)
      const problem = given.find((one) => !one.ok)
      return {
        opening: opening?.ok ? opening.value : null,
        problem: problem && !problem.ok ? problem.error : null,
      }
    },
    sample: () => copySample(deps),
    async becomeEverywhere() {
      const writer = await persona.writer()
      await Promise.all([...sessions].map((session) => session.become(writer)))
    },
    async lookAtTags() {
      await Promise.all([...sessions].map((session) => session.tags.look()))
    },
  }
  return {
    connect: (emit) => connectWindow(parts, emit),
    admit,
    async close() {
      // First, or an opening that takes its time would hold up the end.
      await thread.close()
      await sessions.closeAll()
    },
  }
}

async function copySample({ sampleStory, dataFolder }: DeskDeps): Promise<Result<string, Failure>> {
  const name = path.basename(sampleStory)
  const folder = path.join(dataFolder, 'sample')
  const copy = path.join(folder, name)
  try {
    await makePrivate(folder)
    await fsp.copyFile(sampleStory, copy, constants.COPYFILE_EXCL)
  } catch (error) {
    // It was copied before, and annotations stand beside it.
    if (codeOf(error) !== 'EEXIST') return err({ kind: 'unreadable', file: name, code: codeOf(error) })
  }
  return ok(copy)
}
