import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { StoryId } from '../../shared/units.ts'
import { callsOf } from '../helpers/booted-main.ts'
import { boots } from '../helpers/boots.ts'

const { begun, boot, dataFolder, folder } = boots()

const mark = (story: StoryId) => ({
  story,
  changes: [
    {
      kind: 'put',
      id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
      content: { tag: 'fact', note: '', fields: {} },
      span: { start: 0, end: 4 },
    },
  ],
})

describe('closing the built main process', () => {
  it('asks the page for what is being typed, writes it, closes the desk and ends', async () => {
    const { main, story } = await begun()
    await main.call('openStory', { story })
    await main.ask('page', { flush: 'marks first', mark: mark(story) })
    await main.ask('close')
    await main.ask('called', 'app.exit')
    const seen = await main.ask('seen')
    expect(seen.windows).toEqual([])
    expect(seen.heard.filter(([event]) => event === 'flush').length).toBe(1)
    expect(callsOf(seen, 'dialog.showMessageBox')).toEqual([])
    expect(await main.ask('sidecarsOf', folder)).toEqual([expect.stringContaining('"value": "fact"')])
  })

  it('asks the person when the page does not answer, and stays when told to', async () => {
    const { main, story } = await begun()
    await main.call('openStory', { story })
    await main.ask('page', { flush: 'hangs' })
    await main.ask('quit')
    await main.ask('called', 'dialog.showMessageBox')
    const seen = await main.ask('seen')
    expect(seen.windows.length).toBe(1)
    expect(callsOf(seen, 'dialog.showMessageBox')).toEqual([
      [
        expect.objectContaining({
          message: 'The latest changes could not be saved.',
          buttons: ['Try Saving Again', 'Close Without Saving', 'Cancel'],
        }),
      ],
    ])
    expect(callsOf(seen, 'app.exit')).toEqual([])
  })

  it('goes at once when the page never came up', async () => {
    const main = await boot()
    await main.ask('close')
    await main.ask('called', 'app.exit')
    expect((await main.ask('seen')).heard).toEqual([])
  })

  it('loads a page that died again, twice; then the person decides', async () => {
    const { main } = await begun()
    const reloads = async () => callsOf(await main.ask('seen'), 'webContents.reload').length
    await main.ask('crash')
    expect(await reloads()).toBe(1)
    expect((await main.call('begin', {})).ok).toBe(true)
    await main.ask('crash')
    expect(await reloads()).toBe(2)
    await main.ask('crash')
    await main.ask('called', 'dialog.showMessageBox')
    expect(await reloads()).toBe(2)
    await main.ask('called', 'app.exit')
  })

  it('keeps its files in the data folder', async () => {
    await begun()
    expect(existsSync(dataFolder())).toBe(true)
  })
})
