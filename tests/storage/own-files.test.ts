import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { deviceId } from '../../electron/storage/device-id.ts'
import { PeopleFile } from '../../electron/storage/people.ts'
import { RecentFile } from '../../electron/storage/recent.ts'
import { SettingsFile } from '../../electron/storage/settings.ts'
import { defaultSettings } from '../../shared/desk/settings.ts'
import { annotatorId, countingIds, urn } from '../helpers/annotation.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const quiet = () => {}

describe('settings', () => {
  it('are the usual ones at first, and stay as changed', async () => {
    const folder = tempFolder()
    expect(await new SettingsFile(folder, quiet).read()).toEqual(defaultSettings)
    await new SettingsFile(folder, quiet).change({ theme: 'dark' })
    await new SettingsFile(folder, quiet).change({ singleKeys: false })
    expect(await new SettingsFile(folder, quiet).read()).toEqual({
      ...defaultSettings,
      theme: 'dark',
      singleKeys: false,
    })
  })

  it('keep what a later Galley wrote, and fall back one by one', async () => {
    const folder = tempFolder()
    writeFileSync(path.join(folder, 'settings.json'), '{"theme":"sepia","singleKeys":false,"font":"large"}')
    const settings = new SettingsFile(folder, quiet)
    expect(await settings.read()).toEqual({ ...defaultSettings, singleKeys: false })
    await settings.change({ theme: 'light' })
    expect(JSON.parse(readFileSync(path.join(folder, 'settings.json'), 'utf8'))).toEqual({
      ...defaultSettings,
      theme: 'light',
      singleKeys: false,
      font: 'large',
    })
  })

  it.each(['{"theme":', '', '[1]', 'null'])(
    'that are damaged (%j) are moved aside and begin anew',
    async (content) => {
      const folder = tempFolder()
      writeFileSync(path.join(folder, 'settings.json'), content)
      const settings = new SettingsFile(folder, quiet)
      expect(await settings.change({ theme: 'dark' })).toEqual({ ...defaultSettings, theme: 'dark' })
      const aside = readdirSync(folder).find((name) => name.startsWith('settings.json.damaged-')) ?? ''
      expect(readFileSync(path.join(folder, aside), 'utf8')).toBe(content)
    },
  )

  it('hold as long as the program runs where nothing can be written', async () => {
    const folder = path.join(tempFolder(), 'data')
    writeFileSync(folder, 'a file where the folder should be')
    const logged: unknown[] = []
    const settings = new SettingsFile(folder, (error) => logged.push(error))
    await settings.change({ theme: 'dark' })
    expect(await settings.read()).toEqual({ ...defaultSettings, theme: 'dark' })
    expect(logged.length).toBeGreaterThan(0)
  })
})

describe('recent stories', () => {
  it('are the last twenty, latest first, each once', async () => {
    const recent = new RecentFile(tempFolder(), quiet)
    for (let n = 0; n < 22; n++) await recent.add(`/stories/${n}.txt`)
    await recent.add('/stories/5.txt')
    const paths = await recent.list()
    expect(paths).toHaveLength(20)
    expect(paths.slice(0, 3)).toEqual(['/stories/5.txt', '/stories/21.txt', '/stories/20.txt'])
  })

  it('lose nothing when two Galleys add at once', async () => {
    const folder = tempFolder()
    const [one, other] = [new RecentFile(folder, quiet), new RecentFile(folder, quiet)]
    await Promise.all(Array.from({ length: 8 }, (_, n) => (n % 2 === 0 ? one : other).add(`/${n}.txt`)))
    expect([...(await one.list())].sort()).toEqual(Array.from({ length: 8 }, (_, n) => `/${n}.txt`))
  })
})

describe('people', () => {
  const people = (folder: string) => new PeopleFile(folder, countingIds(), quiet)

  it('are nobody at first; a name makes an id, and a new name keeps it', async () => {
    const folder = tempFolder()
    expect(await people(folder).current()).toBeNull()
    const jane = await people(folder).nameCurrent('Jane Doe')
    expect(await people(folder).nameCurrent('Jane Roe')).toEqual({ id: jane.id, name: 'Jane Roe' })
    expect(await people(folder).current()).toEqual({ id: jane.id, name: 'Jane Roe' })
  })

  it('are known by their exact name', async () => {
    const file = people(tempFolder())
    const bob = await file.idFor('Bob Ray')
    expect(await file.idFor('Bob Ray')).toEqual(bob)
    expect((await file.idFor('bob ray')).id).not.toBe(bob.id)
    expect(await file.current()).toBeNull()
    // Bob starts the window for the first time: he is who the command knew.
    expect(await file.nameCurrent('Bob Ray')).toEqual(bob)
    expect(await file.idFor('Bob Ray')).toEqual(bob)
  })

  it('adopt an id, and do not ask about the old one', async () => {
    const folder = tempFolder()
    const file = people(folder)
    const jane = await file.nameCurrent('Jane Doe')
    const other = annotatorId(9)
    await file.keepApart(other)
    expect(await file.adopt(other)).toEqual({ id: other, name: 'Jane Doe' })
    expect(await people(folder).current()).toEqual({ id: other, name: 'Jane Doe' })
    expect(await file.apart()).toEqual([jane.id])
  })

  it('are one even if two Galleys name the same one at once', async () => {
    const folder = tempFolder()
    const found = await Promise.all([people(folder).idFor('Jane Doe'), people(folder).idFor('Jane Doe')])
    expect(found[0]).toEqual(found[1])
  })
})

describe('the device id', () => {
  it('stays on this machine', async () => {
    const folder = path.join(tempFolder(), 'local')
    const first = await deviceId(folder, 'machine A', () => urn(1), quiet)
    expect(first).toBe(urn(1))
    expect(await deviceId(folder, 'machine A', () => urn(2), quiet)).toBe(first)
  })

  it('is a new one after a move to another machine', async () => {
    const folder = tempFolder()
    await deviceId(folder, 'machine A', () => urn(1), quiet)
    expect(await deviceId(folder, 'machine B', () => urn(2), quiet)).toBe(urn(2))
    expect(await deviceId(folder, 'machine B', () => urn(3), quiet)).toBe(urn(2))
  })

  it('is one for two Galleys that start at once', async () => {
    const folder = tempFolder()
    const ids = await Promise.all([1, 2, 3].map((n) => deviceId(folder, 'machine A', () => urn(n), quiet)))
    expect(new Set(ids).size).toBe(1)
  })

  it('is readable to this person alone', async () => {
    const folder = tempFolder()
    await deviceId(folder, 'machine A', () => urn(1), quiet)
    expect(statSync(path.join(folder, 'device.json')).mode & 0o777).toBe(0o600)
  })
})
