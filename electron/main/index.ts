// The first tick of the program. What stands here must happen before `ready`, so nothing is awaited at top level
// (a main process that is a module would never become ready).
import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { app, crashReporter, dialog, protocol, shell } from 'electron'
import { dataFolder, localFolder } from '../storage/data-folder.ts'
import { arrivals } from './arrivals.ts'
import { filesFromArgv, filesFromMessage } from './files-from-argv.ts'
import { log, runGalley } from './galley.ts'
import { hardenApp } from './harden.ts'
import { builtPage, declareScheme, developmentPage } from './page.ts'
import { tellStarter } from './starter.ts'

const APP_ID = 'org.galley.desk'

const data = dataFolder(process.env, process.platform, homedir())
const local = localFolder(process.env, process.platform, homedir())
keepProfileIn(data, path.join(local, 'window'))

const developmentAddress = app.isPackaged ? undefined : process.env.GALLEY_DEV_PAGE
const page = developmentAddress === undefined ? builtPage : developmentPage(developmentAddress)
declareScheme(protocol)
// A browser that can't be started is the system's to report.
hardenApp(app, page.origin, (url) => void shell.openExternal(url).catch(log))
crashReporter.start({ uploadToServer: false })
if (process.platform === 'win32') app.setAppUserModelId(APP_ID)

const files = filesFromArgv(process.argv, process.cwd(), app.isPackaged)
const arriving = arrivals()
arriving.add(files)
// A Mac sends files as events, maybe before `ready`.
app.on('open-file', (event, file) => {
  event.preventDefault()
  arriving.add([file])
})

if (app.requestSingleInstanceLock({ files })) {
  const running = app
    .whenReady()
    .then(() => runGalley({ page, dataFolder: data, localFolder: local, arrivals: arriving }))
  running.catch((error: unknown) => {
    log(error)
    dialog.showErrorBox('Galley could not start', error instanceof Error ? error.message : String(error))
    app.exit(1)
  })
  // Its own parsed files, not its command line: Chromium reorders that one and adds to it.
  app.on('second-instance', (_event, _argv, _cwd, message) => {
    arriving.add(filesFromMessage(message))
    running.then((main) => main.show(), log)
  })
} else {
  tellStarter('handed over')
  app.quit()
}

/** Electron's own files go with Galley's; what Chromium stores for the page stays on this computer. */
function keepProfileIn(userData: string, sessionData: string): void {
  try {
    mkdirSync(userData, { recursive: true, mode: 0o700 })
    mkdirSync(sessionData, { recursive: true, mode: 0o700 })
    app.setPath('userData', userData)
    app.setPath('sessionData', sessionData)
  } catch (error) {
    // Then Electron uses its defaults, and the desk says what can't be saved.
    log(error)
  }
}
