// A stand-in for the `electron` module: enough of it to boot the main process under plain Node. It keeps what was
// asked of it (`calls`, `handlers`, `handled`) and imitates the order of Electron's events, nothing else.
import { EventEmitter } from 'node:events'

/** Everything that was called for its effect, in order: `[name, ...arguments]`. */
export const calls = []
const record =
  (name) =>
  (...args) => {
    calls.push([name, ...args])
  }

/** An event with Electron's way to prevent what follows. */
export function preventable(more = {}) {
  return {
    ...more,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
  }
}

class WebContents extends EventEmitter {
  mainFrame = { parent: null, origin: 'app://bundle' }
  /** Hears what is sent to the page; a test puts its own page here. */
  page = () => {}
  windowOpenHandler = undefined

  send(event, payload) {
    // As on the wire: what can't be cloned doesn't arrive.
    this.page(event, structuredClone(payload))
    calls.push(['webContents.send', event])
  }
  setWindowOpenHandler(handler) {
    this.windowOpenHandler = handler
  }
  setWebRTCIPHandlingPolicy = record('webContents.setWebRTCIPHandlingPolicy')
  reload = record('webContents.reload')
  async printToPDF(options) {
    calls.push(['webContents.printToPDF', options])
    return Buffer.from(`%PDF-1.4 ${this.document}`)
  }
}

export class BrowserWindow extends EventEmitter {
  static open = []
  static getAllWindows() {
    return BrowserWindow.open
  }

  webContents = new WebContents()
  title = ''
  url = ''
  shown = false
  #destroyed = false

  constructor(options) {
    super()
    this.options = options
    BrowserWindow.open.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url) {
    this.url = url
    const { partition } = this.options.webPreferences
    if (partition !== undefined) this.webContents.document = await session.fromPartition(partition).load(url)
    queueMicrotask(() => this.emit('ready-to-show'))
  }
  show() {
    this.shown = true
  }
  setTitle(title) {
    this.title = title
  }
  setRepresentedFilename = record('window.setRepresentedFilename')
  focus = record('window.focus')
  restore = record('window.restore')
  isMinimized = () => false
  isDestroyed = () => this.#destroyed
  destroy() {
    this.#gone()
  }
  close() {
    const event = preventable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.#gone()
  }
  #gone() {
    this.#destroyed = true
    BrowserWindow.open = BrowserWindow.open.filter((window) => window !== this)
    this.emit('closed')
    if (BrowserWindow.open.length === 0 && !app.quitting) app.emit('window-all-closed')
  }
}

class App extends EventEmitter {
  isPackaged = true
  quitting = false
  firstInstance = true
  paths = { documents: '/documents' }
  commandLine = { appendSwitch: (...args) => calls.push(['commandLine.appendSwitch', ...args]) }
  enableSandbox = record('app.enableSandbox')
  setAppUserModelId = record('app.setAppUserModelId')
  addRecentDocument = record('app.addRecentDocument')
  exit = record('app.exit')
  setPath(name, folder) {
    this.paths[name] = folder
  }
  getPath(name) {
    return this.paths[name]
  }
  requestSingleInstanceLock(message) {
    calls.push(['app.requestSingleInstanceLock', message])
    return this.firstInstance
  }
  whenReady() {
    return Promise.resolve()
  }
  /** Electron's order: before-quit, every window's close (one prevented stops the quit), will-quit, exit. */
  quit() {
    calls.push(['app.quit'])
    this.quitting = true
    this.emit('before-quit', preventable())
    for (const window of BrowserWindow.open) window.close()
    if (BrowserWindow.open.length > 0) {
      this.quitting = false
      return
    }
    const event = preventable()
    this.emit('will-quit', event)
    if (!event.defaultPrevented) this.exit()
  }
}

export const app = new App()

/** Channel → handler, as registered with `ipcMain.handle`. */
export const handlers = new Map()
export const ipcMain = {
  handle(channel, handler) {
    if (handlers.has(channel)) throw new Error(`second handler for ${channel}`)
    handlers.set(channel, handler)
  },
}

/** Scheme → handler, as registered with `protocol.handle`. */
export const handled = new Map()
export const protocol = {
  registerSchemesAsPrivileged: record('protocol.registerSchemesAsPrivileged'),
  handle: (scheme, handler) => handled.set(scheme, handler),
}

class Session extends EventEmitter {
  rules = {}
  setPermissionRequestHandler = (handler) => {
    this.rules.permissionRequest = handler
  }
  setPermissionCheckHandler = (handler) => {
    this.rules.permissionCheck = handler
  }
  setDevicePermissionHandler = (handler) => {
    this.rules.devicePermission = handler
  }
  webRequest = {
    onBeforeRequest: (handler) => {
      this.rules.request = handler
    },
  }
  setSpellCheckerEnabled = record('session.setSpellCheckerEnabled')
  schemes = new Map()
  protocol = { handle: (scheme, handler) => this.schemes.set(scheme, handler) }

  /** Text of a document, as a page of this session gets it. */
  async load(url) {
    let stopped = false
    this.rules.request({ url }, ({ cancel }) => {
      stopped = cancel
    })
    if (stopped) throw new Error('ERR_BLOCKED_BY_CLIENT')
    const response = await this.schemes.get(url.slice(0, url.indexOf(':')))(new Request(url))
    return response.text()
  }
}

const partitions = new Map()
export const session = {
  defaultSession: new Session(),
  fromPartition(name) {
    if (!partitions.has(name)) partitions.set(name, new Session())
    return partitions.get(name)
  },
}
export const powerMonitor = new EventEmitter()
export const nativeTheme = { shouldUseDarkColors: false, themeSource: 'system' }
export const shell = { openExternal: async (url) => calls.push(['shell.openExternal', url]) }
export const crashReporter = { start: record('crashReporter.start') }
export const Menu = {
  /** The menu that is set now, as its template. */
  current: undefined,
  buildFromTemplate: (template) => ({ template, popup: record('menu.popup') }),
  setApplicationMenu(menu) {
    Menu.current = menu.template
  },
}

/** Answers of the native dialogs; a test replaces what it needs. */
export const dialog = {
  showErrorBox: record('dialog.showErrorBox'),
  showOpenDialog: async (...args) => {
    calls.push(['dialog.showOpenDialog', args.at(-1)])
    return { canceled: true, filePaths: [] }
  },
  showSaveDialog: async (...args) => {
    calls.push(['dialog.showSaveDialog', args.at(-1)])
    return { canceled: true, filePath: '' }
  },
  showMessageBox: async (...args) => {
    const options = args.at(-1)
    calls.push(['dialog.showMessageBox', options])
    return { response: options.cancelId ?? 0 }
  },
}
