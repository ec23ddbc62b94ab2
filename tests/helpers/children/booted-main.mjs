// Boots a built main bundle over the stand-in `electron` and does what the parent asks of it, one verb a message.
// Arguments: the bundle, then the words of the program's command line.
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import * as electron from '../electron-stand-in.mjs'

const { app, BrowserWindow, calls, handled, handlers, Menu, nativeTheme, preventable, session } = electron
const [, , bundle, ...words] = process.argv
process.argv = ['galley', ...words]
app.firstInstance = process.env.TEST_SECOND_INSTANCE !== '1'

const window = () => BrowserWindow.open.at(-1)
/** What the page was told, and what it does about it. */
const heard = []
const pageDoes = { flush: 'answers' }

const FRAMES = {
  page: { parent: null, origin: 'app://bundle' },
  inner: { parent: {}, origin: 'app://bundle' },
  foreign: { parent: null, origin: 'https://example.org' },
  gone: null,
}

const invoke = (method, input, frame = 'page', sender = window()?.webContents) =>
  handlers.get(method)({ sender, senderFrame: FRAMES[frame] }, structuredClone(input))

async function page(event, payload) {
  heard.push([event, payload])
  if (event !== 'flush' || pageDoes.flush === 'hangs') return
  if (pageDoes.flush === 'marks first') await invoke('changeAnnotations', pageDoes.mark)
  await invoke('flushed', { token: payload.token })
}

/** Waits, turn by turn of the event loop, until it is so. */
async function until(condition) {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve))
}

const verbs = {
  seen: () => ({
    calls: calls.map((call) => call.map((part) => (typeof part === 'function' ? 'function' : part))),
    windows: BrowserWindow.open.map(({ options, url, title, shown }) => ({ options, url, title, shown })),
    channels: [...handlers.keys()],
    schemes: [...handled.keys()],
    paths: app.paths,
    theme: nativeTheme.themeSource,
    menu: (Menu.current ?? []).map(({ label, role }) => label ?? role),
    heard,
  }),
  invoke,
  invokeAsStranger: (method, input) => invoke(method, input, 'page', {}),
  async fetch(url, method = 'GET') {
    const response = await handled.get('app')(new Request(url, { method }))
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text: await response.text(),
    }
  },
  prevents(event, url) {
    const happening = preventable({ url })
    window().webContents.emit(event, happening)
    return happening.defaultPrevented
  },
  opens: (url) => window().webContents.windowOpenHandler({ url }).action,
  grants: (permission) =>
    new Promise((resolve) => {
      const { permissionRequest, permissionCheck, devicePermission } = session.defaultSession.rules
      permissionRequest(null, permission, (granted) =>
        resolve([granted, permissionCheck(null, permission), devicePermission({})]),
      )
    }),
  cancels: (url) =>
    new Promise((resolve) => {
      session.defaultSession.rules.request({ url }, ({ cancel }) => resolve(cancel))
    }),
  printCancels: (url) =>
    new Promise((resolve) => {
      session.fromPartition('galley-print').rules.request({ url }, ({ cancel }) => resolve(cancel))
    }),
  downloads() {
    const event = preventable()
    session.defaultSession.emit('will-download', event)
    return !event.defaultPrevented
  },
  fileArrives(file) {
    const event = preventable()
    app.emit('open-file', event, file)
    return event.defaultPrevented
  },
  startAgain: (message) => void app.emit('second-instance', {}, [], '/', message),
  chooses(file) {
    electron.dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] })
  },
  savesAs(file) {
    electron.dialog.showSaveDialog = async () => ({ canceled: false, filePath: file })
  },
  page(behaviour) {
    Object.assign(pageDoes, behaviour)
  },
  crash: () => void window().webContents.emit('render-process-gone', {}, { reason: 'crashed' }),
  close: () => void window().close(),
  quit: () => void app.quit(),
  click(id) {
    const item = Menu.current.flatMap(({ submenu }) => submenu ?? []).find((entry) => entry.id === id)
    item.click()
    return item.enabled
  },
  /** Waits until a call of this name was made. */
  called: (name) => until(() => calls.some(([made]) => made === name)),
  /** Waits until the page was told this so many times. */
  hears: (event, times) => until(() => heard.filter(([told]) => told === event).length >= times),
  sidecarsOf: (folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.annotations.json'))
      .map((name) => readFileSync(path.join(folder, name), 'utf8')),
}

app.on('web-contents-created', (_event, contents) => {
  contents.page = page
})
const opened = app.firstInstance ? once(app, 'web-contents-created') : Promise.resolve()
await import(pathToFileURL(bundle).href)
await opened

process.on('message', async ({ id, verb, args }) => {
  try {
    process.send({ id, value: await verbs[verb](...args) })
  } catch (error) {
    process.send({ id, problem: String(error?.stack ?? error) })
  }
})
process.on('disconnect', () => process.exit())
process.send({ id: 0 })
