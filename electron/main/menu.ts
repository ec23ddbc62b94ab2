import type { MenuItemConstructorOptions as Item } from 'electron'
import {
  type CommandEntry,
  type CommandId,
  type CommandMenu,
  commandTable,
  findCommand,
} from '../../shared/desk/commands.ts'
import type { Settings } from '../../shared/desk/contract-settings.ts'
import { keysOf } from '../../shared/desk/keys.ts'
import type { Tag } from '../../shared/tags.ts'
import type { StoryId } from '../../shared/units.ts'
import { acceleratorFor } from './accelerator.ts'

export interface RecentStory {
  readonly story: StoryId
  readonly name: string
}

export interface MenuState {
  /** The window shows a story; without one its commands are grey. */
  readonly hasStory: boolean
  /** Newest first; unused on a Mac, whose system keeps the list. */
  readonly recent: readonly RecentStory[]
  /** Of the open story; without one the built-in ones. */
  readonly tags: readonly Tag[]
  /** The person's own keys by command id. */
  readonly keys: Settings['keys']
}

export interface MenuActions {
  command(id: CommandId): void
  openRecent(story: StoryId): void
}

const separator: Item = { type: 'separator' }
// On a Mac these stand in the program's own menu, where people look for them.
const IN_APP_MENU: ReadonlySet<CommandId> = new Set<CommandId>(['settings'])

/**
 * The native menu, made from the command table. A template goes in, nothing is touched.
 * Cut, copy and paste are Electron's roles: without them Cmd+C does nothing on a Mac. Undo and redo are commands,
 * because the story's history is the editor's. There is no Reload outside development: it would lose what is typed.
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  developing: boolean,
  state: MenuState,
  actions: MenuActions,
): Item[] {
  const mac = platform === 'darwin'
  const item = (command: CommandEntry & { readonly id: CommandId }): Item => ({
    id: command.id,
    label: labelOf(command, state.tags),
    enabled: state.hasStory || !command.story,
    click: () => actions.command(command.id),
    ...acceleratorFor(keysOf(command.id, state.keys), platform),
  })
  const commands = (menu: CommandMenu): Item[] =>
    commandTable
      .filter((command) => command.menu === menu && !(mac && IN_APP_MENU.has(command.id)))
      .filter((command) => !isTagCommand(command) || tagOf(command, state.tags) !== undefined)
      .map(item)
  const [open, ...file] = commands('file')

  return [
    ...(mac ? [appMenu(item({ ...findCommand('settings'), id: 'settings' }))] : []),
    {
      label: '&File',
      submenu: [
        ...(open === undefined ? [] : [open]),
        recentMenu(mac, state, actions),
        separator,
        ...file,
        separator,
        mac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        ...commands('edit'),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    { label: '&Mark', submenu: commands('mark') },
    { label: '&Go', submenu: commands('go') },
    {
      label: '&View',
      submenu: [
        ...commands('view'),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(developing ? [separator, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [...commands('help'), ...(mac ? [] : [{ role: 'about' } as const])] },
  ]
}

function appMenu(settings: Item): Item {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      separator,
      settings,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  }
}

function recentMenu(mac: boolean, state: MenuState, actions: MenuActions): Item {
  if (mac) return { role: 'recentDocuments', submenu: [{ role: 'clearRecentDocuments' }] }
  return {
    label: 'Open &recent',
    enabled: state.recent.length > 0,
    submenu: state.recent.map(({ story, name }) => ({
      // A single & would underline the next letter.
      label: name.replaceAll('&', '&&'),
      click: () => actions.openRecent(story),
    })),
  }
}

function isTagCommand({ id }: CommandEntry): boolean {
  return /^tag-[1-9]$/.test(id)
}

/** The tag that a command sets; undefined: the story has none with that digit. */
function tagOf({ id }: CommandEntry, tags: readonly Tag[]): Tag | undefined {
  return tags.find(({ key }) => id === `tag-${key}`)
}

/** A tag's command bears the tag's name: "Fact" says more than "Tag 1". */
function labelOf(command: CommandEntry, tags: readonly Tag[]): string {
  // A single & would underline the next letter.
  return tagOf(command, tags)?.label.replaceAll('&', '&&') ?? command.label
}
