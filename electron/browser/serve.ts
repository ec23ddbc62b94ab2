import path from 'node:path'
import { listBundle } from '../desk/bundle.ts'
import { createDesk } from '../desk/desk.ts'
import type { DeskDeps, HostHooks } from '../desk/host.ts'
import type { PrintPdf } from '../exchange/make-export.ts'
import { dataFolder, localFolder } from '../storage/data-folder.ts'
import { openWindow } from './open-window.ts'
import { createPdfPrinter } from './pdf-printer.ts'
import { serveDesk } from './serve-desk.ts'
import { processTerminal, type Streams } from './terminal.ts'
import { browsersHere, thisComputer } from './this-computer.ts'

export interface ServeOptions {
  /** Story files, absolute or from the working folder. */
  readonly stories: readonly string[]
  /** Open a window; false: the person opens the printed address, and only Ctrl-C ends the host. */
  readonly open: boolean
  /** 0: any free port. */
  readonly port: number
  readonly io: ServeIo
}

/** What the host needs from outside; the `galley` command has it. */
export interface ServeIo
  extends Streams,
    Pick<DeskDeps, 'platform' | 'readerProgram' | 'systemName' | 'now' | 'newId'> {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Of the person; absolute. */
  readonly home: string
}

// Seen from dist/cli/galley.js and from this file alike, also inside app.asar.
const ROOT = path.join(import.meta.dirname, '../..')

// Beside the stories; the dialog of the window names it, for a page has none to choose another.
const EXPORTS = 'exports'

/** A browser page has no dialogs of its own: it lists the stories, and takes an export as a download. */
function hostWith(printPdf: PrintPdf): HostHooks {
  return {
    kind: 'browser',
    chooseStory: async () => null,
    chooseImport: async () => null,
    chooseExportTarget: async () => 'download',
    chooseExportFolder: async (folder) => path.join(folder, EXPORTS),
    printPdf,
    storyOpened: () => {},
  }
}

/**
 * The browser host on this computer: the same desk and window over 127.0.0.1. The launch address stands alone on
 * the first line of standard output; everything for the person goes to standard error. Returns the exit code.
 */
export async function serve({ stories, open, port, io }: ServeOptions): Promise<number> {
  const terminal = processTerminal(io)
  const ownFolder = dataFolder(io.env, io.platform, io.home)
  const printer = createPdfPrinter(browsersHere(io.platform, io.env, io.home))
  const desk = await createDesk({
    host: hostWith(printer.print),
    platform: io.platform,
    dataFolder: ownFolder,
    localFolder: localFolder(io.env, io.platform, io.home),
    readerProgram: io.readerProgram,
    sampleStory: path.join(ROOT, 'fixtures/harbour-tunnel.txt'),
    given: stories.map((story) => path.resolve(story)),
    systemName: () => io.systemName(),
    now: () => io.now(),
    newId: () => io.newId(),
    log: (error) => terminal.say(`galley: ${String(error)}`),
  })
  const computer = thisComputer(io.platform, io.env, io.home, ownFolder)
  const code = await serveDesk({
    desk,
    files: listBundle(path.join(ROOT, 'dist/renderer')),
    port,
    open: open ? (address) => openWindow(address, computer) : null,
    terminal,
  })
  await printer.close()
  return code
}
