import path from 'node:path'
import { app, ipcMain, powerMonitor, protocol, session } from 'electron'
import { sentenceFor } from '../../shared/messages.ts'
import { listBundle } from '../desk/bundle.ts'
import { createDesk } from '../desk/desk.ts'
import type { Desk, HostHooks } from '../desk/host.ts'
import { systemDeps } from '../desk/system-deps.ts'
import type { Arrivals } from './arrivals.ts'
import { builtFiles } from './built-files.ts'
import { askForExport, askForExportFolder, askForImport, askForStory, tellProblem } from './dialogs.ts'
import { hardenSession, requestFilter } from './harden.ts'
import { connectCalls } from './ipc.ts'
import { type MainWindow, mainWindow } from './main-window.ts'
import { builtPage, type Page, serveScheme } from './page.ts'
import { pdfPrinter } from './pdf.ts'
import { tellStarter } from './starter.ts'

export interface GalleySetting {
  readonly page: Page
  readonly dataFolder: string
  readonly localFolder: string
  readonly arrivals: Arrivals
}

// Milliseconds. Closing the desk writes and unlocks; a network share that hangs must not keep the program alive.
const DESK_CLOSE_LIMIT = 3000

/**
 * Everything after `ready`: page, desk, IPC, window. Returns the window's keeper, for a second start.
 * @throws what the desk throws when its own folder can't be used
 */
export async function runGalley(setting: GalleySetting): Promise<MainWindow> {
  const { page, arrivals } = setting
  const developing = page !== builtPage
  hardenSession(session.defaultSession, requestFilter(page.origin, developing))
  if (!developing) serveScheme(protocol, listBundle(builtFiles.page))

  const given = arrivals.take()
  let lastFolder = given[0] === undefined ? app.getPath('documents') : path.dirname(given[0])
  const host: HostHooks = {
    kind: 'electron',
    chooseStory: () => askForStory(main.current()?.window, lastFolder),
    chooseImport: (folder) => askForImport(main.current()?.window, folder),
    chooseExportTarget: (name, folder) => askForExport(main.current()?.window, name, folder),
    chooseExportFolder: (folder) => askForExportFolder(main.current()?.window, folder),
    printPdf: pdfPrinter(),
    storyOpened(file) {
      lastFolder = path.dirname(file)
      main.storyOpened(file)
    },
  }
  const desk = await createDesk({
    host,
    ...systemDeps,
    dataFolder: setting.dataFolder,
    localFolder: setting.localFolder,
    readerProgram: builtFiles.reader,
    sampleStory: builtFiles.sampleStory,
    given,
    log,
  })
  const main = mainWindow({
    desk,
    url: page.url,
    preload: builtFiles.preload,
    developing,
    shown: () => tellStarter('ready'),
    quit: () => app.quit(),
    log,
  })
  connectCalls(ipcMain, {
    origin: page.origin,
    clientOf: (sender) => {
      const open = main.current()
      return open?.window.webContents === sender ? open : undefined
    },
    answered: main.answered,
  })

  async function openFiles(files: readonly string[]): Promise<void> {
    const open = main.show()
    for (const file of files) {
      const admitted = await desk.admit(file)
      if (admitted.ok) open.emit('open-story', { story: admitted.value })
      else await tellProblem(open.window, sentenceFor(admitted.error))
    }
  }

  endWell(desk, main)
  main.show()
  arrivals.passTo((files) => void openFiles(files).catch(log))
  return main
}

/** Closing, quitting and shutting down, in the order in which each system tells about them. */
function endWell(desk: Desk, main: MainWindow): void {
  app.on('activate', () => main.show())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('before-quit', () => main.current()?.quitRequested())
  // Not prevented: a program that holds up a shutdown is killed, and its person blamed.
  powerMonitor.on('shutdown', () => main.current()?.shutDown())
  app.on('will-quit', (event) => {
    event.preventDefault()
    const limit = new Promise((resolve) => setTimeout(resolve, DESK_CLOSE_LIMIT))
    // exit, not quit: a second quit from inside this event would do nothing.
    Promise.race([desk.close(), limit])
      .catch(log)
      .finally(() => app.exit())
  })
}

/** For what no person can act on. Carries no text of a story or note. */
export function log(error: unknown): void {
  console.error(error)
}
