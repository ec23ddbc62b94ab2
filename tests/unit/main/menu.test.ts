import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { acceleratorFor } from '../../../electron/main/accelerator.ts'
import { type MenuState, menuTemplate } from '../../../electron/main/menu.ts'
import { commandTable } from '../../../shared/desk/commands.ts'
import { checkTags } from '../../../shared/tags/scheme-text.ts'
import { builtInTags } from '../../../shared/tags.ts'
import type { StoryId } from '../../../shared/units.ts'

const platforms = ['linux', 'win32', 'darwin'] as const
const nothing = { command() {}, openRecent() {} }
const noStory: MenuState = { hasStory: false, recent: [], tags: builtInTags, keys: {} }

type Item = MenuItemConstructorOptions
const children = (item: Item): readonly Item[] => (Array.isArray(item.submenu) ? item.submenu : [])
const everyItem = (items: readonly Item[]): readonly Item[] =>
  items.flatMap((item) => [item, ...everyItem(children(item))])
const byId = (items: readonly Item[], id: string) => everyItem(items).find((item) => item.id === id)

describe.each(platforms)('the menu on %s', (platform) => {
  const menu = menuTemplate(platform, false, { ...noStory, hasStory: true }, nothing)

  it('lists every command that has a menu, once, and of the tags those that the story has', () => {
    const ids = everyItem(menu).flatMap((item) => (item.id === undefined ? [] : [item.id]))
    expect(ids.sort()).toEqual(
      commandTable
        .filter((command) => command.menu !== null)
        .map(({ id }) => id)
        .filter((id) => !/^tag-[5-9]$/.test(id))
        .sort(),
    )
  })

  it('gives no key to two items', () => {
    const keys = everyItem(menu).flatMap((item) => (item.accelerator === undefined ? [] : [item.accelerator]))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('acts on Ctrl and function keys only; single keys belong to the story', () => {
    const acted = everyItem(menu).filter(
      (item) => item.accelerator !== undefined && item.registerAccelerator !== false,
    )
    expect(acted.filter((item) => !/^(CmdOrCtrl\+|F\d)/.test(String(item.accelerator)))).toEqual([])
  })

  it('has cut, copy, paste and select all, and neither reload nor developer tools', () => {
    const roles = everyItem(menu).flatMap((item) => (item.role === undefined ? [] : [item.role]))
    expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll']))
    expect(roles.filter((role) => /reload|toggleDevTools/i.test(role))).toEqual([])
  })

  it('greys the commands that need a story while there is none', () => {
    const empty = menuTemplate(platform, false, noStory, nothing)
    const enabled = commandTable.filter(({ id }) => byId(empty, id)?.enabled === true).map(({ id }) => id)
    expect(enabled).toEqual(
      commandTable.filter(({ story, menu }) => !story && menu !== null).map(({ id }) => id),
    )
  })
})

describe('the menu', () => {
  it('calls tags by their names', () => {
    const menu = menuTemplate('linux', false, noStory, nothing)
    expect(['tag-1', 'tag-2', 'tag-3', 'tag-4'].map((id) => byId(menu, id)?.label)).toEqual([
      'Fact',
      'Assessment',
      'Attribution',
      'Photo caption',
    ])
  })

  it('follows the tags of the open story', () => {
    const tags = checkTags([
      { id: 'claim', label: 'Claim' },
      { id: 'q-and-a', label: 'Q&A', key: '7' },
    ])
    if (!tags.ok) throw new Error(tags.error.detail)
    const menu = menuTemplate('linux', false, { ...noStory, tags: tags.value }, nothing)
    const items = everyItem(menu).filter(({ id }) => id?.startsWith('tag-'))
    expect(items.map(({ id, label, accelerator }) => [id, label, accelerator])).toEqual([
      ['tag-1', 'Claim', '1'],
      ['tag-7', 'Q&&A', '7'],
    ])
  })

  it('shows the person’s own keys', () => {
    const menu = menuTemplate('linux', false, { ...noStory, keys: { note: ['m'], export: [] } }, nothing)
    expect([byId(menu, 'note')?.accelerator, byId(menu, 'export')?.accelerator]).toEqual(['M', undefined])
  })

  it('runs the command of an item and opens a recent story', () => {
    const done: string[] = []
    const menu = menuTemplate(
      'linux',
      false,
      { ...noStory, hasStory: true, recent: [{ story: 's7' as StoryId, name: 'Q&A.txt' }] },
      { command: (id) => done.push(id), openRecent: (story) => done.push(story) },
    )
    const click = (item: Item | undefined) =>
      // What Electron passes along is not looked at.
      Reflect.apply(item?.click ?? (() => done.push('no click')), undefined, [])
    click(byId(menu, 'export'))
    click(everyItem(menu).find((item) => item.label === 'Q&&A.txt'))
    expect(done).toEqual(['export', 's7'])
  })

  it('starts with the program on a Mac, with Settings in it', () => {
    const [first] = menuTemplate('darwin', false, noStory, nothing)
    expect(first?.role).toBe('appMenu')
    expect(children(first ?? {}).map((item) => item.id)).toContain('settings')
  })

  it('has reload and tools while developing', () => {
    const roles = everyItem(menuTemplate('linux', true, noStory, nothing)).map((item) => item.role)
    expect(roles).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']))
  })
})

describe('a key in Electron’s words', () => {
  it.each([
    [['Mod+Shift+e'], 'linux', { accelerator: 'CmdOrCtrl+Shift+E' }],
    [['Mod+Shift+z', 'Mod+y'], 'darwin', { accelerator: 'CmdOrCtrl+Shift+Z' }],
    [['F6'], 'darwin', { accelerator: 'F6' }],
    [['n'], 'linux', { accelerator: 'N', registerAccelerator: false }],
    [['Backspace', 'Delete'], 'win32', { accelerator: 'Backspace', registerAccelerator: false }],
    [['+', '='], 'linux', { accelerator: 'Plus', registerAccelerator: false }],
    [['Mod++'], 'linux', { accelerator: 'CmdOrCtrl+Plus' }],
    [['Alt+ArrowUp'], 'win32', { accelerator: 'Alt+Up', registerAccelerator: false }],
    [['n'], 'darwin', undefined],
    [[], 'linux', undefined],
  ] as const)('%j on %s', (keys, platform, expected) => {
    expect(acceleratorFor(keys, platform)).toEqual(expected)
  })
})
