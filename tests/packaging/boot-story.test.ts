import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { callsOf } from '../helpers/booted-main.ts'
import { boots } from '../helpers/boots.ts'

const { begun, boot, folder, storyPath } = boots()

describe('a story in the built main process', () => {
  it('given on the command line is opened by the page, and names the window', async () => {
    const { main, story } = await begun()
    const opened = await main.call('openStory', { story })
    expect(opened).toMatchObject({ ok: true, value: { story: { name: 'quay.txt' } } })
    const titles = async () => (await main.ask('seen')).windows.map(({ title }) => title)
    expect(await titles()).toEqual(['quay.txt — Galley'])
    await main.call('closeStory', { story })
    expect(await titles()).toEqual(['Galley'])
  })

  it('given by the system or a second start waits until the page listens', async () => {
    const main = await boot()
    expect(await main.ask('fileArrives', storyPath)).toBe(true)
    await main.ask('startAgain', { files: [storyPath, 'relative.txt', 7] })
    expect((await main.ask('seen')).heard).toEqual([])
    await main.call('begin', {})
    await main.ask('hears', 'open-story', 2)
    const { heard } = await main.ask('seen')
    expect(heard).toEqual([
      ['open-story', { story: expect.not.stringContaining('quay') }],
      ['open-story', { story: expect.not.stringContaining('quay') }],
    ])
    // One file has one id.
    expect(heard[0]).toEqual(heard[1])
  })

  it('chosen in the native dialog comes back as an entry without a path', async () => {
    const { main } = await begun()
    expect(await main.call('chooseStory', {})).toEqual({ ok: true, value: null })
    await main.ask('chooses', storyPath)
    const chosen = await main.call('chooseStory', {})
    expect(chosen).toMatchObject({ ok: true, value: { story: expect.any(String), name: 'quay.txt' } })
    expect(JSON.stringify(chosen)).not.toContain(folder)
  })

  it('that cannot be opened is told about in its sentence', async () => {
    const main = await boot()
    await main.ask('fileArrives', path.join(folder, 'nowhere.txt'))
    await main.ask('called', 'dialog.showMessageBox')
    expect(callsOf(await main.ask('seen'), 'dialog.showMessageBox')).toEqual([
      [expect.objectContaining({ message: expect.stringContaining('nowhere.txt') })],
    ])
  })

  it('has its commands in the menu, which reach the page', async () => {
    const { main, story } = await begun()
    expect(await main.ask('click', 'export')).toBe(false)
    await main.call('openStory', { story })
    expect(await main.ask('click', 'export')).toBe(true)
    expect((await main.ask('seen')).heard).toContainEqual(['command', { command: 'export' }])
  })

  it('has the tags of the story in the menu, as the folder’s file names them', async () => {
    const { main, story } = await begun()
    const file = path.join(folder, 'galley.tags.json')
    const write = (key: string) =>
      writeFileSync(file, JSON.stringify({ tags: [{ id: 'claim', label: 'Claim', key }] }))
    try {
      write('7')
      await main.call('openStory', { story })
      expect(await main.ask('click', 'tag-7')).toBe(true)
      await expect(main.ask('click', 'tag-1')).rejects.toThrow()
      write('8')
      await main.ask('hears', 'story-tags', 1)
      expect(await main.ask('click', 'tag-8')).toBe(true)
    } finally {
      rmSync(file)
    }
  })

  it('follows the theme of the settings', async () => {
    const { main } = await begun()
    await main.call('changeSettings', { theme: 'dark' })
    expect((await main.ask('seen')).theme).toBe('dark')
  })
})
