import path from 'node:path'
import type { DeskApi, Input, OpenedStory } from '../../shared/desk/contract.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import { createPdfPrinter } from '../browser/pdf-printer.ts'
import { browsersHere } from '../browser/this-computer.ts'
import { createDesk } from '../desk/desk.ts'
import { directDesk } from '../desk/direct.ts'
import type { HostHooks } from '../desk/host.ts'
import { dataFolder, localFolder } from '../storage/data-folder.ts'
import { type Io, say } from './io.ts'

/** The desk as a command uses it: the window's desk, without a window. */
export interface CommandDesk {
  readonly api: DeskApi
  /** Opens a story by a file name, absolute or from the working folder. */
  open(file: string, wishes?: Omit<Input<'openStory'>, 'story'>): Promise<Result<OpenedStory, Failure>>
}

export interface DeskWishes {
  /** Exact name of the person to act as; absent: the person of the window, if there is one. */
  readonly person?: string
  /** The file of an import; absent: this command imports nothing. */
  readonly chooseImport?: HostHooks['chooseImport']
  /** Where an export goes; absent: this command exports nothing. */
  readonly chooseExportTarget?: HostHooks['chooseExportTarget']
}

// Seen from dist/cli/galley.js and from this file alike.
const SAMPLE = path.join(import.meta.dirname, '../../fixtures/harbour-tunnel.txt')

/** Opens a desk, lets a command work at it, and closes it again whatever happens. */
export async function atDesk<T>(
  io: Io,
  wishes: DeskWishes,
  work: (desk: CommandDesk) => Promise<T>,
): Promise<T> {
  const printer = createPdfPrinter(browsersHere(io.platform, io.env, io.home))
  const desk = await createDesk({
    host: {
      kind: 'direct',
      chooseStory: async () => null,
      chooseImport: wishes.chooseImport ?? (async () => null),
      chooseExportTarget: wishes.chooseExportTarget ?? (async () => null),
      // A command exports story by story.
      chooseExportFolder: async () => null,
      printPdf: printer.print,
      storyOpened: () => {},
    },
    platform: io.platform,
    dataFolder: dataFolder(io.env, io.platform, io.home),
    localFolder: localFolder(io.env, io.platform, io.home),
    sampleStory: SAMPLE,
    readerProgram: io.readerProgram,
    given: [],
    ...(wishes.person === undefined ? {} : { person: wishes.person }),
    systemName: io.systemName,
    now: io.now,
    newId: io.newId,
    log: (error) => say(io, String(error)),
  })
  const client = desk.connect(() => {})
  const api = directDesk(client)
  try {
    return await work({
      api,
      async open(file, given = {}) {
        const admitted = await desk.admit(path.resolve(io.cwd, file))
        return admitted.ok ? api.openStory({ ...given, story: admitted.value }) : admitted
      },
    })
  } finally {
    await client.close()
    await desk.close()
    await printer.close()
  }
}
