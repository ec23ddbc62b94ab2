import { BrowserWindow, nativeTheme } from 'electron'
import type { DeskEvents } from '../../shared/desk/contract.ts'
import type { Tag } from '../../shared/tags.ts'
import type { Client, Desk, Emit } from '../desk/host.ts'
import { closeGuard } from './closing.ts'
import { addContextMenu } from './context-menu.ts'
import { crashLimit } from './crash-limit.ts'
import { askAboutUnsaved, askAfterCrash } from './dialogs.ts'
import { mailbox } from './mailbox.ts'
import { windowOptions } from './window.ts'

export interface WindowSetting {
  readonly desk: Pick<Desk, 'connect'>
  readonly url: string
  readonly preload: string
  readonly developing: boolean
  /** The page was painted for the first time. */
  shown(): void
  /** The tags of the story that the page shows are others now. */
  tagsChanged(tags: readonly Tag[]): void
  closed(): void
  /** Ends the program; comes back as `close` events. */
  quit(): void
  log(error: unknown): void
}

/** A window with its desk client; together they open, crash, are loaded again and close. */
export interface OpenWindow {
  readonly window: BrowserWindow
  /** Passes a call of the page on to the desk. */
  readonly answer: Client['answer']
  /** Reaches the page even if it is still loading. */
  readonly emit: Emit
  /** The page made its first call. */
  began(): void
  quitRequested(): void
  /** The computer is shutting down: write what can be written, hold nothing up. */
  shutDown(): void
}

export function openWindow(setting: WindowSetting): OpenWindow {
  const { preload, developing } = setting
  const window = new BrowserWindow(
    windowOptions({ preload, developing, dark: nativeTheme.shouldUseDarkColors }),
  )
  const contents = window.webContents
  const post = mailbox((event, payload) => {
    if (!window.isDestroyed()) contents.send(event, payload)
  })
  const mayReload = crashLimit()
  // The page runs and can hand over what is being typed. Until then only the desk may hold changes.
  let alive = false
  // The page was asked to hand over what is being typed and hasn't answered. The desk can't know what a page that
  // hangs still holds, so it doesn't count that as unsaved; whoever closes the window must.
  let owing = false
  const connect = (): Client =>
    setting.desk.connect((event, payload) => {
      if (event === 'flush') owing = true
      if (event === 'story-tags') setting.tagsChanged((payload as DeskEvents['story-tags']).scheme.tags)
      post.emit(event, payload)
    })
  let client = connect()

  const guard = closeGuard({
    flush: async () => (await client.flush()) && !(alive && owing),
    ask: () => askAboutUnsaved(window),
    close: () => window.close(),
    quit: setting.quit,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  })

  const crashed = async (): Promise<void> => {
    alive = false
    owing = false
    post.deaf()
    client.close().catch(setting.log)
    client = connect()
    if (window.isDestroyed()) return
    if (mayReload(Date.now()) || (await askAfterCrash(window))) contents.reload()
    else setting.quit()
  }

  addContextMenu(contents)
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    setting.log(new Error(`the page's process is gone: ${reason}`))
    crashed().catch(setting.log)
  })
  // The title is the story's, given below by whoever reads the answers; the page's own title is for browsers.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('close', (event) => {
    if (guard.closeRequested(alive || client.isDirty())) event.preventDefault()
  })
  window.on('closed', () => {
    client.close().catch(setting.log)
    setting.closed()
  })
  // Windows tells each window instead of the program: first that the session may end, then that it does.
  window.on('query-session-end', () => void client.flush().catch(setting.log))
  window.on('session-end', () => shutDown())
  window.once('ready-to-show', () => {
    window.show()
    setting.shown()
  })
  window.loadURL(setting.url).catch(setting.log)

  function shutDown(): void {
    guard.letGo()
    client.flush().catch(setting.log)
  }

  return {
    window,
    answer(method, input, from) {
      if (method === 'flushed') owing = false
      return client.answer(method, input, from)
    },
    emit: post.emit,
    began() {
      alive = true
      post.listening()
    },
    quitRequested: guard.quitRequested,
    shutDown,
  }
}
