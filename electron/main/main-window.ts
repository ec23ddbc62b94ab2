import { app, Menu, nativeTheme, type WebContents } from 'electron'
import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import { builtInTags, type Tag } from '../../shared/tags.ts'
import { type MenuActions, type MenuState, menuTemplate } from './menu.ts'
import { noticed } from './noticed.ts'
import { type OpenWindow, openWindow, type WindowSetting } from './open-window.ts'
import { recentStories } from './recent-stories.ts'
import { windowTitle } from './window.ts'

/** The one window of the program, with the menu, the title and the theme that follow it. */
export interface MainWindow {
  /** The window, opened if there is none (a Mac keeps programs without windows). */
  show(): OpenWindow
  /** undefined: none is open. */
  current(): OpenWindow | undefined
  /** An answer goes out to a window. */
  answered(sender: WebContents, method: string, reply: Result<unknown, Failure>): void
  /** A story was opened from this path. */
  storyOpened(file: string): void
}

export function mainWindow(setting: Omit<WindowSetting, 'closed' | 'tagsChanged'>): MainWindow {
  const { developing, log } = setting
  let current: OpenWindow | undefined
  let menu: MenuState = { hasStory: false, recent: [], tags: builtInTags, keys: {} }

  const actions: MenuActions = {
    command: (command) => show().emit('command', { command }),
    openRecent: (story) => show().emit('open-story', { story }),
  }
  const changeMenu = (change: Partial<MenuState>): void => {
    menu = { ...menu, ...change }
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, developing, menu, actions)))
  }
  const refreshRecent = (): void => {
    // A Mac's own list follows addRecentDocument.
    if (current === undefined || process.platform === 'darwin') return
    recentStories(current).then((recent) => changeMenu({ recent }), log)
  }

  const showStory = (name: string | null, tags: readonly Tag[] = builtInTags): void => {
    current?.window.setTitle(windowTitle(name, process.platform))
    if (name === null && process.platform === 'darwin') current?.window.setRepresentedFilename('')
    changeMenu({ hasStory: name !== null, tags })
  }

  function show(): OpenWindow {
    if (current === undefined) {
      current = openWindow({
        ...setting,
        tagsChanged: (tags) => changeMenu({ tags }),
        closed() {
          current = undefined
          changeMenu({ hasStory: false, tags: builtInTags })
        },
      })
    } else {
      if (current.window.isMinimized()) current.window.restore()
      current.window.focus()
    }
    return current
  }

  changeMenu({})
  return {
    show,
    current: () => current,
    answered(sender, method, reply) {
      if (current?.window.webContents !== sender) return
      const news = noticed(method, reply)
      if (news.theme !== undefined) nativeTheme.themeSource = news.theme
      if (news.keys !== undefined) changeMenu({ keys: news.keys })
      if (news.story !== undefined) showStory(news.story, news.tags)
      if (news.began) {
        current.began()
        refreshRecent()
      }
    },
    storyOpened(file) {
      if (process.platform !== 'linux') app.addRecentDocument(file)
      if (process.platform === 'darwin') current?.window.setRepresentedFilename(file)
      refreshRecent()
    },
  }
}
